import { ChatLines, linesKept, type ChatLine, type RoomId } from '@trellis/chat';
import { lostWords } from './delete-account.js';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryChatLines extends ChatLines {
  private readonly rooms = new Map<RoomId, readonly ChatLine[]>();

  constructor(private readonly club: MemoryClub) {
    super();
    club.onExport((his) => ({
      chat_line: [...this.rooms].flatMap(([room, lines]) =>
        lines.filter(({ player }) => his(player.id)).map((line) => ({ room, ...line })),
      ),
    }));
    club.onDelete((his) => {
      for (const [room, lines] of this.rooms)
        this.rooms.set(
          room,
          lines.map((line) =>
            his(line.player.id) ? { ...line, said: { text: lostWords } } : line,
          ),
        );
    });
  }

  async add(room: RoomId, line: ChatLine): Promise<void> {
    const lines = this.rooms.get(room) ?? [];
    this.club.cardOf(line.player.id);
    const isSame = ({ seq, id, player }: ChatLine) =>
      seq === line.seq || (id === line.id && player.id === line.player.id);
    if (lines.some(isSame)) throw new Error(`Room ${room} has this line already.`);
    this.rooms.set(room, [...lines, copy(line)].sort((a, b) => a.seq - b.seq).slice(-linesKept));
  }

  async last(room: RoomId): Promise<readonly ChatLine[]> {
    return (this.rooms.get(room) ?? []).map((line) => ({
      ...copy(line),
      player: this.club.cardOf(line.player.id),
    }));
  }

  async lastOfAll(prefix: string): Promise<ReadonlyMap<RoomId, readonly ChatLine[]>> {
    const found = new Map<RoomId, readonly ChatLine[]>();
    for (const room of this.rooms.keys()) {
      if (room.startsWith(prefix)) found.set(room, await this.last(room));
    }
    return found;
  }

  async forget(room: RoomId): Promise<void> {
    this.rooms.delete(room);
  }
}
