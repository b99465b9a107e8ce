import { Refusal, type AnyGame } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { Tables, TableSummary } from '@trellis/tables';

/** The level of the house in the middle: a newcomer is neither bored nor lost. */
export function usualLevel({ computers }: Pick<AnyGame, 'computers'>): string {
  const middle = computers[Math.floor((computers.length - 1) / 2)];
  if (!middle) throw new Refusal('no-such-level', 'The house has nobody for this game.');
  return middle.level;
}

/** The player's game against nobody but the house that is running already, if there is one. */
export function runningGame(
  tables: Tables,
  player: PlayerId,
  game: string,
): TableSummary | undefined {
  return tables
    .seatedAt(player)
    .find(
      (table) =>
        table.game === game &&
        table.phase === 'playing' &&
        table.seats.every(
          (seat) => seat.kind === 'computer' || (seat.kind === 'player' && seat.player === player),
        ),
    );
}

/** A private table with the usual conventions where the house takes every other seat, so that the game begins at once. */
export async function playWithTheHouse(
  tables: Tables,
  player: PlayerId,
  rules: AnyGame,
  level: string,
): Promise<TableId> {
  const tableId = await tables.set(player, { game: rules.name, private: true });
  const choose = (conventions: { readonly rated?: false }) =>
    tables.handle(tableId, { kind: 'choose-conventions', player, conventions });
  await choose({}).catch((error: unknown) => {
    // With the house nothing is rated: who may not play rated games may play here.
    if (!(error instanceof Refusal) || error.code !== 'rated-paused') throw error;
    return choose({ rated: false });
  });
  const table = await tables.read(tableId);
  const seats = table.phase === 'gathering' ? table.seats : [];
  for (const [seat, { kind }] of seats.entries())
    if (kind === 'empty')
      await tables.handle(tableId, { kind: 'seat-computer', player, seat, level });
  return tableId;
}
