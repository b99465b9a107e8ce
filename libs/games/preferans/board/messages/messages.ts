import type { Lang, Seat } from '@trellis/games/kit';
import type { EndReason } from '@trellis/games/preferans/rules';
import type { SayingWords } from './saying-words';

/** All words of the board. Functions take what they name, so that each language orders it its own way. */
export interface Messages extends SayingWords {
  readonly board: string;
  /** Of no trump, short, after the level. */
  readonly noTrump: string;
  readonly raspasy: string;
  readonly holdHint: string;

  readonly tricks: (count: number) => string;
  readonly cards: (count: number) => string;
  readonly whists: (count: number) => string;

  /** So short that they fit beside a name. */
  readonly marks: { readonly dealer: string; readonly eldest: string };
  readonly dealer: string;
  readonly sitsOut: string;
  readonly eldest: string;
  readonly declarer: string;
  readonly you: string;
  readonly turnOf: (name: string) => string;
  readonly yourTurn: string;
  readonly yourTurnForPartner: (name: string) => string;
  readonly taken: string;
  readonly hand: string;
  readonly handOf: (name: string) => string;
  readonly talon: string;
  readonly discard: string;
  readonly trick: string;
  readonly emptyTrick: string;
  readonly running: string;

  /** The line that is always there. */
  readonly dealNo: (no: number) => string;
  readonly auction: string;
  readonly bidsFrom: (level: number) => string;
  readonly declarerHas: (taken: number, need: number) => string;
  readonly whistersHave: (taken: number, owed: number) => string;
  readonly declarerAvoids: (taken: number) => string;
  readonly trickPrice: (price: number) => string;
  readonly shuffling: string;
  readonly drawing: string;

  readonly sayAndConfirm: (bid: string) => string;
  /** Shows the rows of nine and ten on a phone. */
  readonly higher: string;
  readonly yourWord: string;
  readonly chooseDiscard: (missing: number) => string;
  readonly chooseContract: string;
  readonly playContract: (contract: string) => string;
  readonly concede: (undertricks: number) => string;
  readonly concedeAsk: (undertricks: number) => string;
  readonly concedeYes: string;
  readonly yourWhist: (contract: string) => string;
  readonly yourChoice: string;
  readonly cancel: string;
  readonly close: string;

  readonly table: string;
  readonly offer: string;
  readonly restMine: string;
  readonly restYours: string;
  readonly split: string;
  readonly splitHint: (left: number) => string;
  readonly makeOffer: string;
  readonly offersLeft: (count: number) => string;
  readonly showsHand: string;
  readonly offered: (name: string, split: string) => string;
  readonly accept: string;
  readonly refuse: string;
  readonly offerWaits: string;
  readonly more: (name: string) => string;
  readonly fewer: (name: string) => string;
  readonly handOver: string;
  readonly stopProposed: (name: string) => string;
  readonly stopWaits: string;
  readonly stopAgreed: string;

  readonly lastTrick: string;
  readonly noTrickYet: string;
  readonly trickGoesTo: (name: string) => string;
  readonly lastDeal: string;
  readonly details: string;
  readonly void: string;
  readonly nothingWritten: string;
  readonly led: string;

  readonly settings: string;
  readonly fourColours: string;
  readonly largeIndices: string;
  readonly sortedHand: string;
  readonly trumpsFirst: string;
  readonly twoTaps: string;
  readonly twoTapsHint: string;
  readonly letterKeys: string;
  readonly help: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];

  readonly sheet: string;
  readonly pool: string;
  readonly mountain: string;
  readonly whistsOn: (name: string) => string;
  readonly poolOf: (name: string, amount: number) => string;
  readonly mountainOf: (name: string, amount: number) => string;
  readonly whistsOf: (name: string, on: string, amount: number) => string;
  readonly settlement: string;
  readonly poolTo: (target: number) => string;
  readonly asTable: string;
  readonly asDrawing: string;
  readonly player: string;
  readonly why: string;
  readonly nothingYet: string;
  readonly firstDealer: (name: string) => string;
  readonly dealsSoFar: string;
  readonly pastComing: string;
  readonly total: string;
  readonly ruleNo: (rule: string) => string;
  readonly results: {
    readonly made: (contract: string, name: string, tricks: number | undefined) => string;
    readonly set: (contract: string, name: string, tricks: number, short: number) => string;
    readonly misere: (name: string, tricks: number) => string;
    readonly raspasy: (split: string) => string;
    readonly conceded: (bid: string, name: string) => string;
  };
  /** Why something is written, by column and rule. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly operands: Readonly<Record<string, string>>;

  readonly spoken: {
    readonly dealt: (no: number, dealer: string) => string;
    readonly said: (name: string, word: string) => string;
    readonly held: (name: string, bid: string) => string;
    readonly talon: (cards: string) => string;
    readonly talonLeads: (card: string) => string;
    readonly contract: (name: string, contract: string) => string;
    readonly passedOut: string;
    readonly played: (name: string, card: string) => string;
    readonly trickTo: (name: string) => string;
    readonly opened: (name: string, cards: string) => string;
    readonly refused: string;
    readonly hand: (cards: string) => string;
    readonly noHand: string;
    readonly contractChosen: (contract: string, missing: number) => string;
    readonly preselected: (card: string) => string;
    readonly dropped: (card: string) => string;
    readonly handedOver: (name: string) => string;
    readonly stopDropped: string;
  };
  readonly ended: Readonly<Record<EndReason, string>>;
}

const fetched: Partial<Record<Lang, Messages>> = {};

/** By language. Whoever draws has fetched the reader's: a page does not carry the words of the others. */
export const messages = fetched as Readonly<Record<Lang, Messages>>;

const languages: Readonly<Record<Lang, () => Promise<Messages>>> = {
  en: async () => (await import('./en')).en,
  ru: async () => (await import('./ru')).ru,
  es: async () => (await import('./es')).es,
};

export async function fetchMessages(wanted: readonly Lang[] = ['en', 'ru', 'es']): Promise<void> {
  await Promise.all(
    wanted.map(async (lang) => {
      fetched[lang] ??= await languages[lang]();
    }),
  );
}

/** "Ann 5, Bob 3": numbers by seat, only of those who play. */
export function splitInWords(
  tricks: readonly number[],
  seats: readonly Seat[],
  names: readonly string[],
): string {
  return seats.map((seat) => `${names[seat] ?? ''} ${tricks[seat]}`).join(', ');
}
