import type { TallyTable } from '@trellis/games/kit';
import { tallyTables as preferans } from '@trellis/games/preferans/board/tally-tables';

/** How the statistics of a game are told, where its rules keep some. Not in its face: only pages of statistics show them. */
const tables: Readonly<Record<string, readonly TallyTable[]>> = { preferans };

/** In the order in which people read them; none for most games. */
export function tallyTablesOf(game: string): readonly TallyTable[] {
  return Object.hasOwn(tables, game) ? tables[game]! : [];
}
