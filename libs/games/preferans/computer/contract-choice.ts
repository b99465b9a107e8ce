import {
  fullDeck,
  isContract,
  levelOfContract,
  strainOf,
  strains,
  type Action,
  type NamedContract,
} from '@trellis/games/preferans/rules';
import type { Position, Solver, Three } from '@trellis/games/preferans/solver';
import { settledByWords } from './defence-model.js';
import { gameKinds, plans, type Plan } from './estimate.js';
import { Payoffs } from './payoff.js';
import { sampleDeal } from './sample-deals.js';
import { numbersIn, type Seen } from './seen.js';
import type { Strength } from './strength.js';

/** The discard and the contract that settle best on the deals that fit; or giving up, where that is better. */
export function chooseContract(
  seen: Seen,
  legal: readonly Action[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): Action {
  const { deal, me } = seen;
  const contracts = deal.contracts!;
  const payoffs = Payoffs.of(seen);
  const seat = deal.order[me]!;
  const considered = plansFor(seen, contracts, strength);
  const tricks = solvePlans(seen, considered, strength, solver, random);

  let best: { action: Action; settled: number } | undefined;
  const consider = (action: Action, settled: number) => {
    if (!best || settled > best.settled) best = { action, settled };
  };
  considered.forEach((plan, at) => {
    const discard = numbersIn(plan.discard).map((number) => fullDeck[number]!);
    for (const contract of contracts) {
      if (kindOf(contract) !== plan.kind) continue;
      const settled = tricks[at]!.map((taken) => {
        const named = { ...seen, order: deal.order, declarer: seat, contract, tricks: taken };
        return settledByWords(named, [], payoffs)[seat]!;
      });
      const mean = settled.reduce((sum, each) => sum + each, 0) / settled.length;
      consider({ kind: 'contract', contract, discard }, mean);
    }
  });
  const { bid } = deal.won!;
  if (legal.some(({ kind }) => kind === 'concede') && isGameBid(bid)) {
    consider({ kind: 'concede' }, payoffs.of({ type: 'concede', declarer: seat, bid })[seat]!);
  }
  return best?.action ?? legal[0]!;
}

type Bid = NonNullable<Seen['deal']['won']>['bid'];
const isGameBid = (bid: Bid): bid is Exclude<Bid, 'M' | 'MB'> => bid !== 'M' && bid !== 'MB';

export const kindOf = (contract: NamedContract): Plan['kind'] =>
  isContract(contract) ? gameKinds[strains.indexOf(strainOf(contract))]! : 'misere';

function plansFor(seen: Seen, contracts: readonly NamedContract[], strength: Strength) {
  const hand = seen.hands[seen.me]!;
  const kinds = [...new Set(contracts.map(kindOf))];
  // Without the talon nothing is discarded.
  if (seen.sizes[seen.me] === 10) {
    return kinds.map((kind): Plan => ({ kind, discard: 0, left: hand, tricks: 0 }));
  }
  const best = plans(hand, kinds, strength.discards);
  const top = best[0]?.tricks ?? 0;
  const near = best.filter((plan) => plan.kind === 'misere' || plan.tricks > top - 1.5);
  // Of a kind that the estimate would never play something must be there all the same: it may have been bid.
  return near.length > 0 ? near.slice(0, 3 * strength.discards) : plans(hand, [4], 1);
}

/** The tricks of every plan on every deal. */
function solvePlans(
  seen: Seen,
  considered: readonly Plan[],
  strength: Strength,
  solver: Solver,
  random: () => number,
): number[][] {
  const tricks: number[][] = considered.map(() => []);
  const from = solver.nodes;
  for (let at = 0; at < strength.wordDeals; at++) {
    if (at > 0 && solver.nodes - from > strength.nodes) break;
    const { hands } = sampleDeal(seen, strength.candidates, random);
    considered.forEach((plan, index) => {
      tricks[index]!.push(solver.tricks(planned(seen.me, hands, plan)));
    });
  }
  return tricks;
}

/** The play of `plan` by the declarer at `place`, about to begin. */
export function planned(place: number, hands: Three, { kind, left }: Plan): Position {
  const [first, second, third] = hands.map((hand, at) => (at === place ? left : hand));
  return {
    goal: kind === 'misere' ? 'misere' : 'game',
    trump: kind === 'misere' ? 4 : kind,
    declarer: place,
    leader: 0,
    hands: [first!, second!, third!],
    played: [],
  };
}

/** What a plan is likely to be named after a bid that allows these contracts. */
export function namedAfter(
  contracts: readonly NamedContract[],
  { kind, tricks }: Plan,
): NamedContract | undefined {
  const fitting = contracts.filter((contract) => kindOf(contract) === kind);
  // A trick short costs about three times what a level more brings.
  const hoped = Math.floor(tricks - 0.7);
  const safe = fitting.filter((each) => !isContract(each) || levelOfContract(each) <= hoped);
  return safe.at(-1) ?? fitting[0];
}
