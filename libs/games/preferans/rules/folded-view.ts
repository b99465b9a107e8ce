import {
  agreedConventions,
  agreementOf,
  type Agreement,
  type Conventions,
  type ConventionValue,
  type Seat,
} from '@trellis/games/kit';
import { auctionStanding, type AuctionWord, type Call } from './auction.js';
import type { NamedContract } from './bids.js';
import { cardsFromText, type Card } from './cards.js';
import { conventionSchema, typed, type PreferansConventions } from './conventions/index.js';
import type { Deal, Offer } from './deal.js';
import { outcomeFromText, outcomeText } from './outcome-text.js';
import { tricksOf, type PlayedTrick } from './play.js';
import { nextDeal, writeDeal } from './pool.js';
import type { Entry, ScoreSheet } from './score-sheet.js';
import { activeSeats } from './seats.js';
import { settle } from './settlement.js';
import type { End, StopProposal } from './state.js';
import { contractsAfter } from './talon.js';
import type { DealView, LastDealView, View } from './view.js';
import type { DefenceWord, Said } from './whist.js';

/**
 * A view as it travels, whole and short: lists of cards and words are texts, and what the rules can
 * work out of the rest is left out. `unfold(fold(view))` equals the view.
 */
export interface FoldedView {
  /** See `agreedText`. */
  readonly agreed: string;
  readonly phase: View['phase'];
  readonly toAct: readonly Seat[];
  readonly score?: {
    readonly firstDealer: Seat;
    readonly written: number;
    /** The sheet before `last` was written: `20,4,0 3,0,8 0,12,4,0,0,0,8,0,0`. */
    readonly before: string;
    /** Who deals next. */
    readonly dealer: Seat;
    readonly streak: number;
  };
  readonly deal?: FoldedDeal;
  readonly last?: FoldedLastDeal;
  readonly stop?: StopProposal;
  readonly end?: End;
}

interface FoldedCourse {
  readonly no: number;
  readonly dealer: Seat;
  /** `0P 16S 2=` */
  readonly auction: string;
  readonly contract?: NamedContract;
  /** `1whist 2pass` */
  readonly said: string;
  readonly talon: string;
}

interface FoldedDeal extends FoldedCourse {
  readonly minLevel: number;
  readonly hands: readonly (string | null)[];
  readonly handSizes: readonly number[];
  readonly discard?: string;
  readonly play?: {
    /** Every card so far, in the order played. */
    readonly cards: string;
    readonly taken: readonly number[];
    readonly hand: Seat;
    readonly handsOpen: boolean;
    readonly handedOver?: Seat;
    readonly offer?: string;
    /** `12 0 5,3,2 1`: after 12 cards seat 0 offered these tricks and seat 1 accepted; `!` at the end: it was proven. */
    readonly offers: string;
  };
}

interface FoldedLastDeal extends FoldedCourse {
  readonly hands: readonly string[];
  readonly discard: string;
  readonly cards: string;
  readonly offers: string;
  /** What it came to, see `outcomeText`; absent when nothing was written. */
  readonly outcome?: string;
}

export function fold({
  conventions,
  phase,
  toAct,
  score,
  deal,
  last,
  stop,
  end,
}: View): FoldedView {
  return {
    agreed: agreedText(agreementOf(conventionSchema, conventions)),
    phase,
    toAct,
    ...(score && {
      score: {
        firstDealer: score.firstDealer,
        written: score.written,
        before: sheetText(sheetBefore(score.sheet, last?.entries ?? [])),
        dealer: score.next.dealer,
        streak: score.next.raspasyStreak,
      },
    }),
    ...(deal && { deal: foldDeal(deal) }),
    ...(last && { last: foldLastDeal(last) }),
    ...(stop && { stop }),
    ...(end && { end }),
  };
}

export function unfold({ agreed, phase, toAct, score, deal, last, stop, end }: FoldedView): View {
  const conventions = typed(agreedConventions(conventionSchema, agreementIn(agreed)));
  const before = score && sheetFromText(score.before);
  const written = score && last?.outcome ? writeLast(last, score, conventions) : undefined;
  return {
    conventions,
    phase,
    toAct,
    ...(score && {
      score: {
        sheet: written?.sheet ?? before!,
        totals: settle(written?.sheet ?? before!, conventions).settlement,
        firstDealer: score.firstDealer,
        written: score.written,
        next: nextDeal({ dealer: score.dealer, raspasyStreak: score.streak }, conventions),
      },
    }),
    ...(deal && { deal: unfoldDeal(deal, conventions) }),
    ...(last && { last: unfoldLastDeal(last, written, conventions) }),
    ...(stop && { stop }),
    ...(end && { end }),
  };
}

/** `sochi 0=4 17=true`: the preset, and the fields of the schema that differ from it by their places in it. */
const agreedText = ({ preset, changes }: Agreement) =>
  [
    preset,
    ...Object.entries(changes).map(
      ([id, value]) =>
        `${conventionSchema.fields.findIndex((field) => field.id === id)}=${JSON.stringify(value)}`,
    ),
  ].join(' ');

export function agreementIn(text: string): Agreement {
  const [preset = '', ...changes] = text.split(' ');
  const entries = changes.map((change) => {
    const [, place, value] = /^(\d+)=(.*)$/.exec(change)!;
    return [conventionSchema.fields[Number(place)]!.id, JSON.parse(value!) as ConventionValue];
  });
  return { preset, changes: Object.fromEntries(entries) as Conventions };
}

function foldDeal(deal: DealView): FoldedDeal {
  const { minLevel, hands, handSizes, discard, play } = deal;
  return {
    ...foldCourse(deal),
    minLevel,
    hands: hands.map((hand) => hand && textOf(hand)),
    handSizes,
    ...(discard && { discard: textOf(discard) }),
    ...(play && {
      play: {
        cards: cardsOf(play.tricks),
        taken: play.taken,
        hand: play.hand,
        handsOpen: play.handsOpen,
        ...(play.handedOver !== undefined && { handedOver: play.handedOver }),
        ...(play.offer && { offer: offerText(play.offer) }),
        offers: play.offers.map(offerText).join(';'),
      },
    }),
  };
}

function unfoldDeal(deal: FoldedDeal, conventions: PreferansConventions): DealView {
  const { minLevel, hands, handSizes, discard, play } = deal;
  const course = unfoldCourse(deal, conventions);
  return {
    ...course,
    minLevel,
    ...(course.won && !course.contract && { contracts: contractsAfter(course.won.bid) }),
    hands: hands.map((hand) => (hand === null ? null : cards(hand))),
    handSizes,
    ...(discard !== undefined && { discard: cards(discard) }),
    ...(play && {
      play: {
        tricks: tricksIn(course, play.cards, conventions),
        taken: play.taken,
        hand: play.hand,
        handsOpen: play.handsOpen,
        ...(play.handedOver !== undefined && { handedOver: play.handedOver }),
        ...(play.offer !== undefined && { offer: offerFromText(play.offer) }),
        offers: list(play.offers, ';').map(offerFromText),
      },
    }),
  };
}

function foldLastDeal(last: LastDealView): FoldedLastDeal {
  const { hands, discard, tricks, offers, outcome } = last;
  return {
    ...foldCourse(last),
    hands: hands.map(textOf),
    discard: textOf(discard),
    cards: cardsOf(tricks),
    offers: offers.map(offerText).join(';'),
    ...(outcome && { outcome: outcomeText(outcome) }),
  };
}

function unfoldLastDeal(
  last: FoldedLastDeal,
  written: Pick<LastDealView, 'outcome' | 'entries'> | undefined,
  conventions: PreferansConventions,
): LastDealView {
  const course = unfoldCourse(last, conventions);
  const { outcome, entries } = written ?? nothingWritten;
  return {
    ...course,
    hands: last.hands.map(cards),
    discard: cards(last.discard),
    tricks: tricksIn(course, last.cards, conventions),
    offers: list(last.offers, ';').map(offerFromText),
    ...(outcome && { outcome }),
    entries,
  };
}

const nothingWritten: Pick<LastDealView, 'outcome' | 'entries'> = { entries: [] };

/** Writes the last deal again onto the sheet as it was before. Only the price of raspasy asks for the streak. */
function writeLast(
  { outcome: text = '', dealer }: FoldedLastDeal,
  { before, firstDealer, streak }: NonNullable<FoldedView['score']>,
  conventions: PreferansConventions,
) {
  const outcome = outcomeFromText(text);
  const raspasyStreak = outcome.type === 'raspasy' ? streak - 1 : 0;
  const pool = { sheet: sheetFromText(before), firstDealer, dealer, raspasyStreak, outcomes: [] };
  const { pool: after, entries } = writeDeal(pool, outcome, conventions);
  return { outcome, entries, sheet: after.sheet };
}

function sheetBefore(after: ScoreSheet, entries: readonly Entry[]): ScoreSheet {
  const pool = [...after.pool];
  const mountain = [...after.mountain];
  const whists = after.whists.map((row) => [...row]);
  for (const entry of entries) {
    if (entry.column === 'whists') whists[entry.seat]![entry.on]! -= entry.amount;
    else (entry.column === 'pool' ? pool : mountain)[entry.seat]! -= entry.amount;
  }
  return { pool, mountain, whists };
}

const sheetText = ({ pool, mountain, whists }: ScoreSheet) =>
  [pool, mountain, whists.flat()].map((each) => each.join()).join(' ');

function sheetFromText(text: string): ScoreSheet {
  const [pool, mountain, whists] = text.split(' ').map((part) => part.split(',').map(Number)) as [
    number[],
    number[],
    number[],
  ];
  const rows = pool.map((_, seat) => whists.slice(seat * pool.length, (seat + 1) * pool.length));
  return { pool, mountain, whists: rows };
}

type Course = Pick<
  LastDealView,
  'no' | 'dealer' | 'order' | 'auction' | 'won' | 'contract' | 'said' | 'talon'
>;

const foldCourse = ({ no, dealer, auction, contract, said, talon }: Course): FoldedCourse => ({
  no,
  dealer,
  auction: saidText(auction),
  ...(contract && { contract }),
  said: saidText(said),
  talon: textOf(talon),
});

function unfoldCourse(
  { no, dealer, auction, contract, said, talon }: FoldedCourse,
  { players }: PreferansConventions,
): Course {
  const order = activeSeats(players, dealer);
  const calls = list(auction, ' ').map((text): Call => [
    Number(text[0]),
    text.slice(1) as AuctionWord,
  ]);
  const { turn, current } = auctionStanding(order, calls);
  return {
    no,
    dealer,
    order,
    auction: calls,
    ...(turn === undefined && current && { won: { declarer: current.seat, bid: current.bid } }),
    ...(contract && { contract }),
    said: list(said, ' ').map((text): Said => [Number(text[0]), text.slice(1) as DefenceWord]),
    talon: cards(talon),
  };
}

/** The discard does not matter to the tricks. */
function tricksIn(course: Course, played: string, conventions: PreferansConventions) {
  const { contract } = course;
  const named: Deal['named'] = contract && { contract, discard: [] };
  const play = { cards: cards(played) };
  return tricksOf({ ...course, ...(named && { named }), play }, conventions);
}

const offerText = ({ at, by, tricks, yes, proven }: Offer) =>
  [at, by, tricks.join(), yes.join() + (proven ? '!' : '')].join(' ');

function offerFromText(text: string): Offer {
  const [at, by, tricks = '', yes = ''] = text.split(' ');
  return {
    at: Number(at),
    by: Number(by),
    tricks: list(tricks, ',').map(Number),
    yes: list(yes.replace('!', ''), ',').map(Number),
    ...(yes.endsWith('!') && { proven: true }),
  };
}

const saidText = (said: readonly (readonly [Seat, string])[]) =>
  said.map(([seat, word]) => `${seat}${word}`).join(' ');
const cardsOf = (tricks: readonly PlayedTrick[]) => textOf(tricks.flatMap((trick) => trick.cards));
const textOf = (several: readonly Card[]) => several.join('');
const cards = (text: string): readonly Card[] => cardsFromText(text)!;
const list = (text: string, between: string) => (text === '' ? [] : text.split(between));
