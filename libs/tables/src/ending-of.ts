import type { Conventions } from '@trellis/games/kit';
import type { RecordedStep } from '@trellis/facade';
import type { Entry } from './entry.js';
import { evolve } from './evolve.js';
import { fairnessOf } from './fair-deals.js';
import type { Ending, Games } from './ports.js';
import type { Occupant, Table } from './table.js';

/**
 * What the end of a game must write. `entries` end it; before them the table was as `before` says, and its journal, or what is
 * left of it since the game has started, held `journal`.
 */
export function endingOf(
  before: Table,
  journal: readonly Entry[],
  entries: readonly Entry[],
  games: Games,
): Ending {
  const finished = entries.at(-1);
  if (finished?.kind !== 'finished') throw new Error('An ending ends with a finished entry.');
  const { gameId, game, rulesVersion, number, startedAt, conventions, seats, result } = finished;
  const everything = [...journal, ...entries];
  const ofGame = everything.slice(everything.findLastIndex(({ kind }) => kind === 'started'));
  return {
    ...{ tableId: before.id, gameId, game, rulesVersion, number, startedAt, conventions, seats },
    result,
    finishedAt: finished.at,
    rated: isRated(conventions, seats),
    steps: ofGame.flatMap(recorded),
    fairness: fairness(before, entries, ofGame, games),
    tallies: games(game)?.tallies?.(finished.state),
    entries,
  };
}

/** As it stood right before the end. */
function fairness(
  before: Table,
  entries: readonly Entry[],
  ofGame: readonly Entry[],
  games: Games,
): Ending['fairness'] {
  const last = entries.slice(0, -1).reduce((table, entry) => evolve(table, entry, games), before);
  const shuffles = ofGame.filter(({ kind }) => kind === 'shuffled').length;
  return last.phase === 'playing' ? fairnessOf(last, shuffles) : undefined;
}

/** With a computer at the table only if all agreed to that: it has no rating, and the people are rated among themselves. */
function isRated({ rated, ratedWithHouse }: Conventions, seats: readonly Occupant[]): boolean {
  const people = seats.filter(({ kind }) => kind === 'player').length;
  return rated === true && people > 1 && (people === seats.length || ratedWithHouse === true);
}

function recorded(entry: Entry): RecordedStep[] {
  const { at } = entry;
  switch (entry.kind) {
    case 'acted':
      return [{ kind: 'acted', seat: entry.seat, action: entry.action, at }];
    case 'shuffled':
      return [{ kind: 'shuffled', order: entry.order, at }];
    case 'rang':
    case 'proven':
      return [{ kind: entry.kind, at }];
    case 'relieved':
      return [{ kind: 'relieved', seat: entry.seat, reason: entry.reason, at }];
    case 'returned':
      return [{ kind: 'returned', seat: entry.seat, at }];
    case 'forfeited':
      return [{ kind: 'forfeited', seat: entry.seat, reason: entry.reason, at }];
    default:
      return [];
  }
}
