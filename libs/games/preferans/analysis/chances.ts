import type { Seat } from '@trellis/games/kit';
import { strains, type Contract, type Level } from '@trellis/games/preferans/rules';
import { bitsOf } from '@trellis/games/preferans/computer';
import { bestDiscard, type Solver, type Trump } from '@trellis/games/preferans/solver';
import type { Chance, ContractFinding } from './finding.js';
import { cardsOf, handsOf, positionOf, trumpOf, type Deal } from './open-cards.js';

const allTrumps: readonly Trump[] = [0, 1, 2, 3, 4];

/** What each of the three could have played had he taken the talon. `deal` is as it was dealt. */
export function chancesIn(deal: Deal, solver: Solver): Chance[] {
  return deal.order.map((seat) => {
    const twelve = twelveCards(deal, seat);
    const game = bestDiscard(solver, { ...twelve, goal: 'game', trumps: allTrumps });
    const misere = bestDiscard(solver, { ...twelve, goal: 'misere', trumps: [4] });
    const contract = contractOf(game.tricks, game.trump);
    return {
      seat,
      ...(contract && { game: { contract, discard: cardsOf(game.discard) } }),
      tricks: game.tricks,
      misere: { tricks: misere.tricks, discard: cardsOf(misere.discard) },
    };
  });
}

/** What became of the contract with the discard chosen, and could have with another. */
export function judgeContract(
  dealt: Deal,
  named: Deal,
  ply: number,
  solver: Solver,
): ContractFinding {
  const { contract, discard } = named.named!;
  const { declarer } = named.won!;
  const tricks = solver.tricks(positionOf(named));
  const trump = trumpOf(contract);
  const goal = contract === 'M' ? 'misere' : 'game';
  const best =
    discard.length > 0
      ? bestDiscard(solver, { ...twelveCards(dealt, declarer), goal, trumps: [trump] })
      : undefined;
  return {
    ply,
    declarer,
    contract,
    tricks,
    best: best ? { discard: cardsOf(best.discard), tricks: best.tricks } : { discard: [], tricks },
  };
}

function twelveCards(deal: Deal, seat: Seat) {
  const declarer = deal.order.indexOf(seat);
  const hands = handsOf(deal).map((hand, place) =>
    place === declarer ? hand | bitsOf(deal.talon) : hand,
  ) as [number, number, number];
  return { declarer, leader: 0, hands };
}

function contractOf(tricks: number, trump: Trump): Contract | undefined {
  return tricks < 6 ? undefined : `${tricks as Level}${strains[trump]!}`;
}
