import type { Seat } from '@trellis/games/kit';
import { levelOfContract } from './bids.js';
import type { PreferansConventions } from './conventions/index.js';
import { writeMisere } from './misere.js';
import type { Outcome } from './outcome.js';
import { exitLevel, raspasyPrice, writeRaspasy } from './raspasy.js';
import { emptySheet, Pen, type Entry, type ScoreSheet } from './score-sheet.js';
import { writeConcession, writeGame } from './write-game.js';

/** The whole game as players keep it (пуля): the sheet, whose deal it is, and the raspasy in a row. */
export interface Pool {
  readonly sheet: ScoreSheet;
  readonly firstDealer: Seat;
  /** Who deals next. */
  readonly dealer: Seat;
  readonly raspasyStreak: number;
  /** Every deal that was written, oldest first. */
  readonly outcomes: readonly Outcome[];
}

export interface WrittenDeal {
  readonly pool: Pool;
  readonly entries: readonly Entry[];
}

export function newPool(conventions: PreferansConventions, firstDealer: Seat): Pool {
  return {
    sheet: emptySheet(conventions.players),
    firstDealer,
    dealer: firstDealer,
    raspasyStreak: 0,
    outcomes: [],
  };
}

/** Writes one deal and moves the deal on (rules 2.5, 9.6, 11). */
export function writeDeal(
  pool: Pool,
  outcome: Outcome,
  conventions: PreferansConventions,
): WrittenDeal {
  const pen = new Pen(pool.sheet);
  const { dealer, raspasyStreak } = pool;
  switch (outcome.type) {
    case 'game':
      writeGame(pen, outcome, dealer, conventions);
      break;
    case 'concede':
      writeConcession(pen, outcome, conventions);
      break;
    case 'misere':
      writeMisere(pen, outcome, conventions);
      break;
    case 'raspasy':
      writeRaspasy(pen, outcome, dealer, raspasyStreak, conventions);
      break;
  }
  const stays = outcome.type === 'raspasy' && conventions.dealerAdvance === 'notAfterRaspasy';
  return {
    entries: pen.entries,
    pool: {
      sheet: pen.sheet,
      firstDealer: pool.firstDealer,
      dealer: stays ? dealer : (dealer + 1) % conventions.players,
      raspasyStreak: streakAfter(raspasyStreak, outcome, conventions),
      outcomes: [...pool.outcomes, outcome],
    },
  };
}

/** Every deal of a game written anew, with the pool before it: what a score sheet shows deal by deal. */
export function writeAll(
  start: Pool,
  outcomes: readonly Outcome[],
  conventions: PreferansConventions,
): (WrittenDeal & { readonly before: Pool; readonly outcome: Outcome })[] {
  let before = start;
  return outcomes.map((outcome) => {
    const written = { before, outcome, ...writeDeal(before, outcome, conventions) };
    before = written.pool;
    return written;
  });
}

/** Rule 12.1: whether the pool is closed or the last deal was played. */
export function isFinished({ sheet, outcomes }: Pool, conventions: PreferansConventions): boolean {
  const { poolEnd, poolTarget, maxDeals, players } = conventions;
  if (maxDeals > 0 && outcomes.length >= maxDeals) return true;
  if (poolEnd === 'each') return sheet.pool.every((points) => points >= poolTarget);
  if (poolEnd === 'none') return false;
  return sheet.pool.reduce((sum, points) => sum + points, 0) >= players * poolTarget;
}

/** What the next deal will be played for. */
export function nextDeal(
  { dealer, raspasyStreak }: Pick<Pool, 'dealer' | 'raspasyStreak'>,
  conventions: PreferansConventions,
) {
  return {
    dealer,
    minLevel: exitLevel(raspasyStreak, conventions),
    raspasyPrice: raspasyPrice(raspasyStreak, conventions),
    raspasyStreak,
  };
}

/** Rule 9.6: the number of raspasy in a row after this deal. */
function streakAfter(streak: number, outcome: Outcome, conventions: PreferansConventions): number {
  if (outcome.type === 'raspasy') return streak + 1;
  return isExit(outcome, conventions) ? 0 : streak;
}

function isExit(outcome: Outcome, conventions: PreferansConventions): boolean {
  const { exitBy, exitByMisere } = conventions;
  if (exitBy === 'any') return true;
  if (outcome.type === 'misere') return exitByMisere && outcome.tricks[outcome.declarer] === 0;
  if (outcome.type !== 'game') return false;
  const { tricks, declarer, contract } = outcome;
  if (tricks) return tricks[declarer]! >= levelOfContract(contract);
  return exitBy === 'made'; // passed out, or half whist
}
