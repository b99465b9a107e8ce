import {
  agreedConventions,
  agreementOf,
  type Agreement,
  type Conventions,
  type ConventionValue,
  type Seat,
} from '@trellis/games/kit';
import { conventionSchema, typed, type PreferansConventions } from './conventions/index.js';
import {
  foldDeal,
  foldLastDeal,
  unfoldDeal,
  unfoldLastDeal,
  type FoldedDeal,
  type FoldedLastDeal,
} from './folded-deal.js';
import { outcomeFromText } from './outcome-text.js';
import { nextDeal, writeDeal } from './pool.js';
import type { Entry, ScoreSheet } from './score-sheet.js';
import { settle } from './settlement.js';
import type { End, StopProposal } from './state.js';
import type { View } from './view.js';

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
