import { ChatLines, linesKept, type ChatLine, type Phrase, type RoomId } from '@trellis/chat';
import { cardOf } from '@trellis/players';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import { playerFrom } from './stored-player.js';

/** Old lines are removed not at each new one, but after so many. */
const trimEvery = 50;

export class PrismaChatLines extends ChatLines {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async add(room: RoomId, line: ChatLine): Promise<void> {
    const { seq, id, at, player, said } = line;
    await this.prisma.chatLine.create({
      data: { room, seq, id, at: new Date(at), playerId: player.id, ...said },
      select: { seq: true },
    });
    if (seq % trimEvery === 0) {
      await this.prisma.chatLine.deleteMany({ where: { room, seq: { lte: seq - linesKept } } });
    }
  }

  async last(room: RoomId): Promise<readonly ChatLine[]> {
    const rows = await this.prisma.chatLine.findMany({
      where: { room },
      orderBy: { seq: 'desc' },
      take: linesKept,
      include: { player: true },
    });
    return rows.reverse().map(lineFrom);
  }

  async lastOfAll(prefix: string): Promise<ReadonlyMap<RoomId, readonly ChatLine[]>> {
    const rows = await this.prisma.chatLine.findMany({
      where: { room: { startsWith: literally(prefix) } },
      orderBy: [{ room: 'asc' }, { seq: 'asc' }],
      include: { player: true },
    });
    const rooms = new Map<RoomId, ChatLine[]>();
    for (const row of rows) {
      const lines = rooms.get(row.room) ?? [];
      lines.push(lineFrom(row));
      rooms.set(row.room, lines);
    }
    return new Map([...rooms].map(([room, lines]) => [room, lines.slice(-linesKept)]));
  }

  async forget(room: RoomId): Promise<void> {
    await this.prisma.chatLine.deleteMany({ where: { room } });
  }
}

/** Prisma hands the prefix to LIKE as it is, where `_` and `%` stand for other letters. */
function literally(prefix: string): string {
  return prefix.replace(/[\\%_]/g, '\\$&');
}

function lineFrom(row: Prisma.ChatLineGetPayload<{ include: { player: true } }>): ChatLine {
  const { seq, id, at, text, phrase, player } = row;
  return {
    seq,
    id,
    at: at.getTime(),
    player: cardOf(playerFrom(player)),
    said: phrase === null ? { text: text ?? '' } : { phrase: phrase as Phrase },
  };
}
