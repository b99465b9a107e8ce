import {
  isContract,
  isMisere,
  isWithoutTalon,
  levelOf,
  levelOfContract,
  type AuctionWord,
  type Bid,
} from '@trellis/games/preferans/rules';
import { bestEstimate, estimate, plans } from './estimate.js';
import type { DealtCards } from './sample-deals.js';
import { bitsOf, type Seen } from './seen.js';

/** What the talon adds to the tricks of ten cards, about. */
const talonAdds = 1.2;

/** How well a deal explains what the hidden players said, from 0 to 1: only its proportions matter. */
export function likelihood(seen: Seen, deal: DealtCards): number {
  let product = 1;
  for (let place = 0; place < 3; place++) {
    if (place === seen.me) continue;
    const kept = deal.hands[place]! | seen.played[place]!;
    if (place === seen.declarer) product *= declares(seen, kept, deal.away);
    else if (!seen.isOpen[place]) product *= speaks(seen, place, kept);
  }
  return product;
}

/** The declarer's hand was good enough before the talon, his discard sensible, his contract too. */
function declares(seen: Seen, kept: number, away: number): number {
  const { deal, declarer } = seen;
  const { won, contract } = deal;
  if (!won || isWithoutTalon(won.bid)) return speaks(seen, declarer!, kept);
  if (!contract || seen.isOpen[declarer!]) return 1;
  const twelve = kept | away;
  const spoken = speaks(seen, declarer!, twelve & ~bitsOf(deal.talon));
  const kind = isContract(contract) ? seen.trump : 'misere';
  const best = plans(twelve, [kind], 1)[0]?.tricks ?? 0;
  const tricks = estimate(kept, kind);
  const fits = isContract(contract) ? likely(2 * (tricks + 0.5 - levelOfContract(contract))) : 1;
  return spoken * fits * Math.exp(-1.5 * Math.abs(best - tricks));
}

function speaks({ deal }: Seen, place: number, ten: number): number {
  const seat = deal.order[place]!;
  let current: Bid | undefined;
  let product = 1;
  let spoke = false;
  for (const [speaker, word] of deal.auction) {
    if (speaker === seat) {
      product *= said(word, current, ten, spoke);
      spoke = true;
    }
    if (word !== 'P' && word !== '=') current = word;
  }
  return product;
}

function said(word: AuctionWord, current: Bid | undefined, ten: number, spoke: boolean): number {
  if (word === 'P') {
    if (spoke || (current && isMisere(current))) return 1;
    const least = current ? levelOf(current)! : 6;
    return likely(2 * (least - 0.4 - bestEstimate(ten) - talonAdds + 0.6));
  }
  const bid = word === '=' ? current! : word;
  if (isMisere(bid)) return Math.exp(-1.2 * Math.max(0, estimate(ten, 'misere')));
  return likely(2 * (bestEstimate(ten) + talonAdds + 0.2 - levelOf(bid)!));
}

const likely = (margin: number) => 1 / (1 + Math.exp(-margin));
