import { isDeepStrictEqual } from 'node:util';
import { gameNamed } from '@trellis/games/catalog/games';
import { evolve, freeTable, type Entry, type Table } from '@trellis/tables';
import type { Asked } from './history.js';

// Which request an entry of a journal can come from.

/** These codes say themselves that nobody knows what became of it: the next view tells. */
const unsure = new Set(['storage-away', 'no-answer']);

export function isUnsure({ outcome }: Asked): boolean {
  return outcome.kind === 'unanswered' || (outcome.kind === 'refused' && unsure.has(outcome.code));
}

/** Who had the seat that this entry is about. */
export function playerOf(id: string, entries: readonly Entry[], about: Entry): string | undefined {
  if (!('seat' in about)) return undefined;
  const before = entries.filter(({ seq }) => seq < about.seq);
  const table = before.reduce<Table>(
    (known, entry) => evolve(known, entry, gameNamed),
    freeTable(id),
  );
  const occupant = 'seats' in table ? table.seats[about.seat] : undefined;
  return occupant && 'player' in occupant ? occupant.player : undefined;
}

/** Entries that only a request of a person in this machine makes. */
export function onlyByRequest(entry: Entry): boolean {
  const { kind } = entry;
  return (
    ['acted', 'reopened', 'sat', 'left'].includes(kind) ||
    (kind === 'forfeited' && entry.reason === 'left')
  );
}

/** `seated`: whose seat the entry is about; who leaves may have another one by then than in the view that he looked at. */
export function fitsAt(
  { wish, seat, player }: Asked,
  entry: Entry,
  seated: () => unknown,
): boolean {
  switch (entry.kind) {
    case 'acted':
      return (
        wish.kind === 'act' &&
        entry.seat === seat &&
        isDeepStrictEqual(plain(entry.action), plain(wish.action))
      );
    case 'forfeited':
      return wish.kind === 'leave' && seated() === player;
    // Who leaves while the next game gathers stands up; a seat that was only kept is free after a while by itself.
    case 'stood':
      return wish.kind === 'leave' && seated() === player;
    // Who leaves twice leaves the game, and then the table.
    case 'left':
      return wish.kind === 'leave' && entry.player === player;
    case 'reopened':
      return wish.kind === 'rematch' && entry.by === player;
    case 'sat':
      return (
        wish.kind === 'rematch' &&
        entry.occupant.kind === 'player' &&
        entry.occupant.player === player
      );
    default:
      return false;
  }
}

/** As it travels: without what JSON leaves out. */
export function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
