import { Refusal } from '@trellis/games/kit';
import { isOfHouse, isOfVisitors, type PlayerId, type TableId } from '@trellis/facade';
import {
  mayListen,
  maySay,
  roomName,
  type ChatLine,
  type ChatRooms,
  type RoomName,
} from '@trellis/chat';
import type { Pauses } from '@trellis/justice';
import type { Apart } from '@trellis/people';
import type { TableSummary } from '@trellis/tables';
import type { ChatAnswer, ClientToServer } from '@trellis/wire';
import type { NodeMessages } from '../nodes/node-messages.js';
import type { PlayerNames } from '../facts/player-names.js';
import type { ClubSocket } from '../sockets/club-socket.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import { HallWaiters } from './hall-waiters.js';

/** Rooms one socket may listen to at once. */
const mostRooms = 64;

export interface ChatParts {
  readonly lines: ChatRooms;
  readonly sockets: Sockets;
  readonly names: Pick<PlayerNames, 'cardOf' | 'load'>;
  readonly messages: NodeMessages;
  /** What is known of a table, wherever it is. */
  readonly tableNamed: (tableId: TableId) => TableSummary | undefined;
  readonly apart: Pick<Apart, 'are' | 'from'>;
  readonly pauses: Pick<Pauses, 'mustMayTalk'>;
  readonly games: readonly string[];
  readonly report: (error: unknown) => void;
}

/** Somebody without a connection, who asks and waits. */
interface Hearer {
  readonly address: string;
  /** How long he waits. */
  readonly ms: number;
  /** He does so no longer. */
  readonly gone: AbortSignal;
}

/**
 * Talk in halls and at tables. Who may hear is asked when somebody begins to listen and again when a
 * line is sent: seats change and games begin in between.
 */
export class Chat {
  private readonly waiters = new HallWaiters();

  constructor(private readonly parts: ChatParts) {
    const { messages, lines, report } = parts;
    messages.listen('chat:line', ({ room, line }) => {
      lines.learn(room, line).catch(report);
      this.deliver(room, line);
    });
    messages.listen('chat:gone', ({ room }) => {
      this.parts.sockets.empty(rooms.chat(room));
      lines.drop(room);
    });
    messages.onBack(() => lines.forgetAll());
  }

  /** The lines after `since`; from now on the socket gets the room's new ones. */
  async listen(
    socket: ClubSocket,
    { room, since }: ClientToServer['chat:listen'],
  ): Promise<readonly ChatLine[]> {
    const name = this.nameOf(room);
    if (name.kind !== 'hall') {
      const table = this.table(name.of);
      if (!mayListen(name.kind, stateOf(table), listenerOf(socket, table)))
        throw new Refusal('may-not-listen', 'This talk is not for you now.');
    }
    if (socket.rooms.size >= mostRooms) throw new Refusal('too-many-rooms');
    // Before reading: what is said in between is sent too, and a line's number tells that it is the same.
    if (socket.connected) void socket.join(rooms.chat(room));
    const lines = await this.stored(this.parts.lines.since(room, since));
    return lines.filter((line) => !this.isApart(socket.data.player?.id, line));
  }

  unlisten(socket: ClubSocket, room: string): void {
    void socket.leave(rooms.chat(room));
  }

  /**
   * The lines of a hall after `since`; when there are none, it waits for one. Without `since` the last lines at once. Refuses
   * rooms of tables, whose talk depends on who listens.
   */
  async hear(
    room: string,
    since: number | undefined,
    { player, ...waiting }: Hearer & { readonly player?: PlayerId },
  ): Promise<ChatAnswer> {
    this.mustBeHall(room);
    const lines = await this.hearAll(room, since, waiting);
    return {
      lines: lines.filter((line) => !this.isApart(player, line)),
      cursor: lines.at(-1)?.seq ?? since ?? 0,
    };
  }

  private async hearAll(
    room: string,
    since: number | undefined,
    { address, ms, gone }: Hearer,
  ): Promise<readonly ChatLine[]> {
    const read = () => this.stored(this.parts.lines.since(room, since ?? 0));
    if (since === undefined) return read();
    const enough = new AbortController();
    // Before reading, so that nothing is said in between.
    const heard = this.waiters.wait(room, address, ms, AbortSignal.any([gone, enough.signal]));
    try {
      const lines = await read();
      if (lines.length > 0) return lines;
      await heard;
      return gone.aborted ? [] : await read();
    } finally {
      enough.abort();
    }
  }

  /** The number of the line, for somebody whose player is known but who has no connection. */
  async sayInHall(
    player: PlayerId,
    { room, id, said }: ClientToServer['chat:say'],
  ): Promise<number> {
    const name = this.mustBeHall(room);
    await this.parts.names.load([player]).catch(this.parts.report);
    return this.add(player, name, { room, id, said });
  }

  /** The number of the line, which is durable by then. */
  async say(
    socket: ClubSocket,
    player: PlayerId,
    { room, id, said }: ClientToServer['chat:say'],
  ): Promise<number> {
    const name = this.nameOf(room);
    if (name.kind !== 'hall') {
      const table = this.table(name.of);
      if (!maySay(name.kind, stateOf(table), listenerOf(socket, table)))
        throw new Refusal('may-not-say', 'You cannot talk here now.');
    }
    return this.add(player, name, { room, id, said });
  }

  /** How many requests wait for talk. */
  readonly waiting = (): number => this.waiters.size;

  /** Nobody waits for talk any more. */
  close(): void {
    this.waiters.close();
  }

  private async add(
    player: PlayerId,
    name: RoomName,
    { room, id, said }: ClientToServer['chat:say'],
  ): Promise<number> {
    this.parts.pauses.mustMayTalk(player);
    const card = this.parts.names.cardOf(player);
    const { seq, line } = await this.stored(this.parts.lines.say(room, card, id, said));
    if (line) {
      this.parts.messages.tellAll('chat:line', { room, line });
      // The table went while the line was being written: nobody else will take the line away.
      if (name.kind !== 'hall' && !this.parts.tableNamed(name.of)) this.forget(name.of);
      else this.deliver(room, line);
    }
    return seq;
  }

  /** A table is gone, and its talk with it. */
  forget(tableId: TableId): void {
    if (isOfVisitors(tableId)) return; // nobody could talk there
    for (const room of [`table:${tableId}`, `watchers:${tableId}`]) {
      this.parts.sockets.empty(rooms.chat(room));
      this.parts.messages.tellAll('chat:gone', { room });
      this.parts.lines.forget(room).catch(this.parts.report);
    }
  }

  /** To those who are connected here. */
  private deliver(room: string, line: ChatLine): void {
    const { sockets, tableNamed } = this.parts;
    const { kind, of } = this.nameOf(room);
    if (kind === 'hall') {
      const apart = this.parts.apart.from(line.player.id).map(rooms.player);
      sockets.emitExcept(rooms.chat(room), apart, 'chat:line', { room, line });
      this.waiters.wake(room);
      return;
    }
    const table = tableNamed(of);
    if (!table) return;
    const state = stateOf(table);
    const hearers = sockets
      .in(rooms.chat(room))
      .filter((socket) => mayListen(kind, state, listenerOf(socket, table)))
      .filter((socket) => !this.isApart(socket.data.player?.id, line))
      .map(({ id }) => id);
    if (hearers.length > 0) sockets.emit(hearers, 'chat:line', { room, line });
  }

  /** Two who keep apart do not hear each other, whoever of them wished it. */
  private isApart(listener: PlayerId | undefined, { player }: ChatLine): boolean {
    return listener !== undefined && this.parts.apart.are(listener, player.id);
  }

  private table(tableId: TableId): TableSummary {
    const table = this.parts.tableNamed(tableId);
    if (!table) throw new Refusal('no-such-table');
    return table;
  }

  private async stored<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.parts.report(error);
      throw new Refusal('storage-away', 'Talk cannot be kept just now. Try again soon.');
    }
  }

  private mustBeHall(room: string): RoomName {
    const name = this.nameOf(room);
    if (name.kind !== 'hall') throw new Refusal('no-such-room', 'Only halls are open this way.');
    return name;
  }

  private nameOf(room: string): RoomName {
    const name = roomName(room);
    const exists = name?.kind === 'hall' ? this.parts.games.includes(name.of) : name;
    // What is said is stored, and nothing of visitors and of the house's own tables is.
    if (!name || !exists || isOfVisitors(name.of) || isOfHouse(name.of))
      throw new Refusal('no-such-room');
    return name;
  }
}

function stateOf(table: TableSummary) {
  return { playing: table.phase === 'playing', private: table.number === null };
}

function listenerOf(socket: ClubSocket, { id, seats }: TableSummary) {
  const { player } = socket.data;
  return {
    signedIn: player !== undefined,
    seated: seats.some((seat) => seat.kind === 'player' && seat.player === player?.id),
    near: socket.rooms.has(rooms.table(id)),
  };
}
