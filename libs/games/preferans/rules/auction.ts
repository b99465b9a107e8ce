import type { Seat } from '@trellis/games/kit';
import { isMisere, isWithoutTalon, ladder, ladderStep, levelOf, type Bid } from './bids.js';
import type { PreferansConventions } from './conventions/index.js';
import type { RefusalCode } from './refuse.js';
import { leftOf, type ActiveSeats } from './seats.js';

/** `P` pass, `=` hold, or a bid. */
export type AuctionWord = 'P' | '=' | Bid;
export type Call = readonly [Seat, AuctionWord];

/** What the auction depends on besides what was said. */
export interface AuctionTable {
  readonly order: ActiveSeats;
  /** The exit level: games below it may not be bid (rule 4.2.3). */
  readonly minLevel: number;
  readonly conventions: Pick<PreferansConventions, 'hold' | 'misereFirstOnly' | 'noTalon'>;
}

/** Where the auction stands. Over when `turn` is undefined; without `current` it is then raspasy. */
export interface AuctionStanding {
  readonly turn: Seat | undefined;
  readonly current: { readonly seat: Seat; readonly bid: Bid } | undefined;
  readonly passed: readonly Seat[];
}

export function auctionStanding(order: ActiveSeats, calls: readonly Call[]): AuctionStanding {
  let current: AuctionStanding['current'];
  const passed: Seat[] = [];
  for (const [seat, word] of calls) {
    if (word === 'P') passed.push(seat);
    else current = { seat, bid: word === '=' ? current!.bid : word };
  }
  const over = passed.length === 3 || (passed.length === 2 && current !== undefined);
  if (over) return { turn: undefined, current, passed };
  let turn = calls.length === 0 ? order[0] : leftOf(order, calls.at(-1)![0]);
  while (passed.includes(turn)) turn = leftOf(order, turn);
  return { turn, current, passed };
}

/** Everything the speaker may say, pass first, then hold, then bids from low to high. */
export function legalWords(table: AuctionTable, calls: readonly Call[]): AuctionWord[] {
  const speaker = speakerAmong(table.order, calls);
  if (!speaker) return [];
  const words: AuctionWord[] = ['P'];
  if (!holdRefusal(table, speaker)) words.push('=');
  const from = speaker.current ? ladderStep(speaker.current.bid) + 1 : 0;
  for (let step = from; step < ladder.length; step++) {
    const bid = ladder[step]!;
    if (!higherBidRefusal(table, speaker, bid)) words.push(bid);
  }
  return words;
}

/** Why the player to speak may not say this; undefined when he may. */
export function wordRefusal(
  table: AuctionTable,
  calls: readonly Call[],
  word: AuctionWord,
): RefusalCode | undefined {
  const speaker = speakerAmong(table.order, calls);
  if (!speaker) return 'wrong-phase';
  if (word === 'P') return undefined;
  return word === '=' ? holdRefusal(table, speaker) : bidRefusal(table, speaker, word);
}

interface Speaker extends AuctionStanding {
  readonly turn: Seat;
  readonly spoke: boolean;
  readonly bidMisere: boolean;
  readonly bidGame: boolean;
}

function speakerAmong(order: ActiveSeats, calls: readonly Call[]): Speaker | undefined {
  const { turn, current, passed } = auctionStanding(order, calls);
  if (turn === undefined) return undefined;
  let spoke = false;
  let bidMisere = false;
  let bidGame = false;
  for (const [seat, word] of calls) {
    if (seat !== turn) continue;
    spoke = true;
    if (word === 'M' || word === 'MB') bidMisere = true;
    else bidGame = true; // a hold is a game bid too: misère cannot be held
  }
  return { turn, current, passed, spoke, bidMisere, bidGame };
}

/** Rule 4.3. */
function holdRefusal(
  { order, conventions }: AuctionTable,
  { turn, current, passed, bidMisere }: Speaker,
): RefusalCode | undefined {
  if (conventions.hold === 'never') return 'hold-off';
  if (!current) return 'nothing-to-hold';
  if (isMisere(current.bid)) return 'misere-cannot-be-held';
  if (bidMisere) return 'bound-by-misere';
  if (order.indexOf(turn) > order.indexOf(current.seat)) return 'not-elder';
  if (conventions.hold === 'twoLeft' && passed.length !== 1) return 'hold-needs-two-left';
  return undefined;
}

/** Rules 4.1.2 and 4.2.2 to 4.2.4. */
function bidRefusal(table: AuctionTable, speaker: Speaker, bid: Bid): RefusalCode | undefined {
  const refusal = higherBidRefusal(table, speaker, bid);
  const { current } = speaker;
  if (refusal === 'no-talon-off' || !current) return refusal;
  return ladderStep(bid) <= ladderStep(current.bid) ? 'below-current-bid' : refusal;
}

/** The same for a bid that is higher than the current one. */
function higherBidRefusal(
  { minLevel, conventions }: AuctionTable,
  { spoke, bidMisere, bidGame }: Speaker,
  bid: Bid,
): RefusalCode | undefined {
  if (isWithoutTalon(bid) && conventions.noTalon === 'off') return 'no-talon-off';
  if (bidMisere && bid !== 'MB') return 'bound-by-misere';
  if (bid === 'MB') return bidGame ? 'misere-first-only' : undefined;
  if (bid === 'M') return conventions.misereFirstOnly && spoke ? 'misere-first-only' : undefined;
  return minLevel > 6 && levelOf(bid)! < minLevel ? 'below-exit-level' : undefined;
}
