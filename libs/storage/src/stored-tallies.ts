import type { GameId, GameRecord, GameTallies } from '@trellis/facade';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import { copy, type MemoryClub } from './memory-club.js';
import { recordFields, recordFrom } from './stored-game.js';

/** What a game adds to statistics, from its record alone; undefined where its rules tell nothing, or are others by now. */
export type TalliesOf = (record: GameRecord) => GameTallies | undefined;

export interface TalliesReport {
  /** Games looked at. */
  readonly games: number;
  /** Those where something else is stored than the record says. */
  readonly differ: readonly GameId[];
}

/** What statistics are made of is stored with each game when it ends, and follows from its record at any time. */
export interface StoredTallies {
  check(talliesOf: TalliesOf): Promise<TalliesReport>;
  /** Corrects what `check` would find, and says what it was. */
  rebuild(talliesOf: TalliesOf): Promise<TalliesReport>;
}

export class PrismaTallies implements StoredTallies {
  constructor(private readonly prisma: PrismaClient) {}

  check(talliesOf: TalliesOf): Promise<TalliesReport> {
    return this.compare(talliesOf, async () => undefined);
  }

  rebuild(talliesOf: TalliesOf): Promise<TalliesReport> {
    return this.compare(talliesOf, async (id, tallies) => {
      await this.prisma.game.update({
        where: { id },
        data: { tallies: tallies as unknown as Prisma.InputJsonArray },
      });
    });
  }

  /** A few games at a time: the record of a long one is long. */
  private async compare(
    talliesOf: TalliesOf,
    correct: (id: GameId, tallies: GameTallies) => Promise<void>,
  ): Promise<TalliesReport> {
    const differ: GameId[] = [];
    let games = 0;
    let last = 0n;
    for (;;) {
      const rows = await this.prisma.game.findMany({
        where: { ordinal: { gt: last } },
        orderBy: { ordinal: 'asc' },
        take: 50,
        select: recordFields,
      });
      for (const record of rows.map(recordFrom)) {
        games++;
        const right = differing(record, talliesOf);
        if (!right) continue;
        differ.push(record.id);
        await correct(record.id, right);
      }
      const end = rows.at(-1);
      if (!end) return { games, differ };
      last = end.ordinal;
    }
  }
}

export class MemoryTallies implements StoredTallies {
  constructor(private readonly club: MemoryClub) {}

  async check(talliesOf: TalliesOf): Promise<TalliesReport> {
    const { games } = this.club;
    const differ = games.filter((game) => differing(game, talliesOf)).map(({ id }) => id);
    return { games: games.length, differ };
  }

  async rebuild(talliesOf: TalliesOf): Promise<TalliesReport> {
    const report = await this.check(talliesOf);
    for (const [at, game] of this.club.games.entries()) {
      const tallies = differing(game, talliesOf);
      if (tallies) this.club.games[at] = { ...game, tallies: copy(tallies) };
    }
    return report;
  }
}

/** What should be stored where something else is; a game that says nothing now keeps what it said when it ended. */
function differing(record: GameRecord, talliesOf: TalliesOf): GameTallies | undefined {
  const right = talliesOf(record);
  if (!right) return undefined;
  // Postgres keeps the keys of an object in an order of its own.
  const plain = (tallies: GameTallies) =>
    JSON.stringify(tallies.map((seat) => seat.map((t) => [t.of, t.times, t.made, t.points])));
  return record.tallies && plain(record.tallies) === plain(right) ? undefined : right;
}
