import type { Circumstances } from './circumstances.js';
import type { Entry, EntryBody } from './entry.js';
import { evolve, rulesOf } from './evolve.js';
import type { Chance } from './ports.js';
import type { Table, TableOf } from './table.js';

/** These entries and those that follow from them. */
export function withFollowing(
  table: Table,
  bodies: readonly EntryBody[],
  circumstances: Circumstances,
): readonly Entry[] {
  const { now, games } = circumstances;
  // Time never runs backwards in a journal, whatever the machine's clock does.
  const at = Math.max(now, table.at);
  const entries: Entry[] = [];
  let after = table;
  const add = (body: EntryBody) => {
    const entry: Entry = { seq: after.seq + 1, at, ...body };
    entries.push(entry);
    after = evolve(after, entry, games);
  };
  for (const body of bodies) add(body);
  for (let next = follows(after, circumstances); next; next = follows(after, circumstances)) {
    add(next);
  }
  return entries;
}

/** What follows by itself from the state that was reached. */
function follows(table: Table, { games, chance, present }: Circumstances): EntryBody | undefined {
  if (table.phase === 'gathering') {
    if (!table.seats.some(({ kind }) => kind === 'player')) return { kind: 'freed' };
    if (!table.seats.every(({ kind }) => kind === 'player' || kind === 'computer'))
      return undefined;
    const looking = table.seats.flatMap((seat, index) =>
      seat.kind === 'player' && present.has(seat.player) ? [index] : [],
    );
    return { kind: 'started', gameId: chance.id(), present: looking };
  }
  if (table.phase === 'finished') return table.staying.length === 0 ? { kind: 'freed' } : undefined;
  if (table.phase !== 'playing') return undefined;
  const rules = rulesOf(table, games);
  const length = rules.awaitsShuffle?.(table.state);
  if (length !== undefined) return towardsShuffle(table, length, chance);
  const result = rules.result(table.state);
  if (!result) return undefined;
  const {
    game,
    rulesVersion,
    number,
    setBy: by,
    conventions,
    gameId,
    startedAt,
    seats,
    state,
  } = table;
  return {
    kind: 'finished',
    ...{ game, rulesVersion, number, by, conventions, gameId, startedAt, seats, state, result },
    ratings: [],
  };
}

/** Nothing while contributions are awaited: the deck must not be known before they are in. */
function towardsShuffle(
  { fair, gameId }: TableOf<'playing'>,
  length: number,
  chance: Chance,
): EntryBody | undefined {
  if (!fair) return { kind: 'committed', ...chance.secret() };
  if (fair.until !== null) return undefined;
  const { secret, contributions, drawn } = fair;
  const order = chance.order(secret, { gameId, contributions }, drawn + 1, length);
  return { kind: 'shuffled', order };
}
