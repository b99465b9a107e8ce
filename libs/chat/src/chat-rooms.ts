import { Refusal } from '@trellis/games/kit';
import type { PlayerCard, PlayerId } from '@trellis/facade';
import { cleanText } from './clean-text.js';
import {
  linesKept,
  phrases,
  type ChatLine,
  type ChatLines,
  type Phrase,
  type RoomId,
} from './line.js';

export interface Said {
  readonly seq: number;
  /** The line to show; undefined when it had been said before. */
  readonly line?: ChatLine;
}

/**
 * All rooms and their last lines. A line is durable before anybody sees it; who may say and listen is
 * decided by the caller (`rights.ts`).
 */
export class ChatRooms {
  private readonly rooms = new Map<RoomId, Promise<ChatRoom>>();

  constructor(
    private readonly storage: ChatLines,
    private readonly clock: { now(): number },
  ) {}

  /** Reads the rooms whose name begins with the prefix, so that nobody waits for them later. */
  async warm(prefix: string): Promise<void> {
    for (const [room, lines] of await this.storage.lastOfAll(prefix)) {
      this.rooms.set(room, Promise.resolve(new ChatRoom(room, lines, this.storage)));
    }
  }

  /** The same `id` from the same player is the same line. Refuses text that is none, and unknown phrases. */
  async say(
    room: RoomId,
    player: PlayerCard,
    id: string,
    said: { readonly text: string } | { readonly phrase: string },
  ): Promise<Said> {
    const clean = 'text' in said ? { text: cleanText(said.text) } : { phrase: knownPhrase(said) };
    for (;;) {
      const open = await this.open(room);
      const last = open.lastSeq;
      try {
        return await open.add({ id, at: this.clock.now(), player, said: clean });
      } catch (error) {
        // Nobody knows whether the line was written: read the room again before it is used.
        this.rooms.delete(room);
        if (error instanceof Refusal) throw error;
        const now = await this.open(room);
        const line = now.find(id, player.id);
        // It was written after all, and has not been shown.
        if (line) return { seq: line.seq, line };
        // Another process was faster: the line gets the next number.
        if (now.lastSeq <= last) throw error;
      }
    }
  }

  /** A line that another process has written. */
  async learn(room: RoomId, line: ChatLine): Promise<void> {
    const open = await this.rooms.get(room)?.catch(() => undefined);
    // One is missing: read the room again before it is used.
    if (open && !open.learn(line)) this.rooms.delete(room);
  }

  /** Lines may have been missed: rooms are read again before they are used. */
  forgetAll(): void {
    this.rooms.clear();
  }

  /** The room's lines are gone from storage already. */
  drop(room: RoomId): void {
    this.rooms.delete(room);
  }

  /** What was said after line `seq`, at most the last `linesKept`. */
  async since(room: RoomId, seq: number): Promise<readonly ChatLine[]> {
    return (await this.open(room)).lines.filter((line) => line.seq > seq);
  }

  /** The room's subject is gone: its lines are too. */
  async forget(room: RoomId): Promise<void> {
    this.rooms.delete(room);
    await this.storage.forget(room);
  }

  private open(room: RoomId): Promise<ChatRoom> {
    let open = this.rooms.get(room);
    if (!open) {
      open = this.storage.last(room).then((lines) => new ChatRoom(room, lines, this.storage));
      this.rooms.set(room, open);
      open.catch(() => this.rooms.delete(room));
    }
    return open;
  }
}

/** One room: lines are written one after another, so their numbers have no gap. */
class ChatRoom {
  lines: readonly ChatLine[];
  private queue: Promise<unknown> = Promise.resolve();
  private broken = false;

  constructor(
    private readonly room: RoomId,
    lines: readonly ChatLine[],
    private readonly storage: ChatLines,
  ) {
    this.lines = lines.slice(-linesKept);
  }

  find(id: string, player: PlayerId): ChatLine | undefined {
    return this.lines.find((line) => line.id === id && line.player.id === player);
  }

  get lastSeq(): number {
    return this.lines.at(-1)?.seq ?? 0;
  }

  /** False when lines before it are missing here. */
  learn(line: ChatLine): boolean {
    if (line.seq > this.lastSeq + 1) return false;
    if (line.seq === this.lastSeq + 1) this.lines = [...this.lines, line].slice(-linesKept);
    return true;
  }

  add(fresh: Omit<ChatLine, 'seq'>): Promise<Said> {
    const added = this.queue.then(() => this.write(fresh));
    this.queue = added.catch(() => undefined);
    return added;
  }

  private async write(fresh: Omit<ChatLine, 'seq'>): Promise<Said> {
    if (this.broken) throw new Refusal('try-again', 'The line before this one was not written.');
    const same = this.find(fresh.id, fresh.player.id);
    if (same) return { seq: same.seq };
    const line: ChatLine = { seq: this.lastSeq + 1, ...fresh };
    try {
      await this.storage.add(this.room, line);
    } catch (error) {
      this.broken = true;
      throw error;
    }
    this.learn(line);
    return { seq: line.seq, line };
  }
}

function knownPhrase({ phrase }: { readonly phrase: string }): Phrase {
  const known = phrases.find((each) => each === phrase);
  if (!known) throw new Refusal('no-such-phrase', 'There is no such ready-made phrase.');
  return known;
}
