import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  People,
  bondsMost,
  correspondencesMost,
  lettersAtOnce,
  type Acquaintance,
  type Bond,
  type Correspondence,
  type Invitation,
  type Letter,
  type LetterSaid,
} from '@trellis/people';
import { cardOf } from '@trellis/players';
import type { Letter as LetterRow, Prisma, PrismaClient } from './generated/prisma/client.js';
import { isForeignKeyViolation, isUniqueViolation } from './sql-state.js';
import { playerFrom } from './stored-player.js';

export class PrismaPeople extends People {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async acquaintances(playerId: PlayerId): Promise<readonly Acquaintance[]> {
    const rows = await this.prisma.bond.findMany({
      where: { playerId },
      orderBy: { at: 'desc' },
      include: { other: true },
    });
    return rows.map(({ other, kind }) => ({
      player: cardOf(playerFrom(other)),
      bond: kind as Bond,
    }));
  }

  async bind(playerId: PlayerId, otherId: PlayerId, bond: Bond | null, at: number): Promise<void> {
    const pair = { playerId_otherId: { playerId, otherId } };
    if (bond === null) {
      await this.prisma.bond.deleteMany({ where: { playerId, otherId } });
      return;
    }
    const others = await this.prisma.bond.count({ where: { playerId, otherId: { not: otherId } } });
    if (others >= bondsMost) throw tooMany();
    const data = { kind: bond, at: new Date(at) };
    await known(
      this.prisma.bond.upsert({
        where: pair,
        create: { playerId, otherId, ...data },
        update: data,
      }),
    );
  }

  async blocks() {
    const rows = await this.prisma.bond.findMany({ where: { kind: 'blocked' } });
    return rows.map(({ playerId, otherId }) => ({ player: playerId, other: otherId }));
  }

  async send({ id, from, to, at, said }: Letter): Promise<Letter> {
    const { invitation, ...words } = { invitation: undefined, ...said };
    const data = {
      ...{ id, fromId: from, toId: to, at: new Date(at), ...words },
      ...(invitation && { invitation: { ...(invitation as Invitation) } }),
    };
    try {
      return letterFrom(await known(this.prisma.letter.create({ data })));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return letterFrom(await this.prisma.letter.findUniqueOrThrow({ where: { id } }));
    }
  }

  async letters(one: PlayerId, other: PlayerId, before: number): Promise<readonly Letter[]> {
    const rows = await this.prisma.letter.findMany({
      where: {
        at: { lt: new Date(before) },
        OR: [
          { fromId: one, toId: other },
          { fromId: other, toId: one },
        ],
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: lettersAtOnce,
    });
    return rows.reverse().map(letterFrom);
  }

  async read(player: PlayerId, other: PlayerId, through: number): Promise<void> {
    await this.prisma.letter.updateMany({
      where: { fromId: other, toId: player, seen: false, at: { lte: new Date(through) } },
      data: { seen: true },
    });
  }

  async correspondences(player: PlayerId): Promise<readonly Correspondence[]> {
    const newest = await this.prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM (
        SELECT DISTINCT ON (other) id, at FROM (
          SELECT id, at, CASE WHEN from_id = ${player} THEN to_id ELSE from_id END AS other
            FROM letter WHERE from_id = ${player} OR to_id = ${player}
        ) AS own ORDER BY other, at DESC, id DESC
      ) AS last ORDER BY at DESC LIMIT ${correspondencesMost}`;
    const rows = await this.prisma.letter.findMany({
      where: { id: { in: newest.map(({ id }) => id) } },
      orderBy: { at: 'desc' },
      include: { from: true, to: true },
    });
    const unread = await this.prisma.letter.groupBy({
      by: ['fromId'],
      where: { toId: player, seen: false },
      _count: true,
    });
    const counts = new Map(unread.map(({ fromId, _count }) => [fromId, _count]));
    return rows.map((row) => {
      const other = row.fromId === player ? row.to : row.from;
      return {
        with: cardOf(playerFrom(other)),
        last: letterFrom(row),
        unread: counts.get(other.id) ?? 0,
      };
    });
  }

  unread(player: PlayerId): Promise<number> {
    return this.prisma.letter.count({ where: { toId: player, seen: false } });
  }
}

function letterFrom({ id, fromId, toId, at, text, phrase, invitation }: LetterRow): Letter {
  return { id, from: fromId, to: toId, at: at.getTime(), said: saidOf(text, phrase, invitation) };
}

function saidOf(
  text: string | null,
  phrase: string | null,
  invitation: Prisma.JsonValue,
): LetterSaid {
  if (invitation !== null) return { invitation: invitation as unknown as Invitation };
  return phrase === null ? { text: text ?? '' } : { phrase };
}

/** A row that names somebody whom the club does not know is refused. */
async function known<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new Refusal('no-such-player', 'The club knows no such player.');
  }
}

function tooMany(): Refusal {
  return new Refusal('too-many-bonds', `At most ${bondsMost} friends and blocked players.`);
}
