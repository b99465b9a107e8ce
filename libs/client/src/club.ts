import { io, type Socket } from 'socket.io-client';
import type { Answers, HallSnapshot, No, Requests, Said } from './contract.js';
import { Hall } from './hall.js';
import { ClubRefusal, isPassing } from './refusal.js';
import { Room } from './room.js';
import { Table } from './table.js';

export interface ClubOptions {
  /** A personal token, from the settings of the club. Without it: a visitor, or in a browser whoever is signed in. */
  readonly token?: string;
  /** How long an answer is waited for (ms). */
  readonly answerWithin?: number;
  /** The table that it comes for: a club of several processes lets its people meet in one, which is quicker. */
  readonly table?: string;
  /** Sent with the handshake; Node only. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** `ended`: the session or the token is over; this connection does not come back. */
export type Connection = 'online' | 'away' | 'ended';

const firstDelay = 500;
const longestDelay = 5000;

/** Connects to a club. Rejects with a `ClubRefusal` when the club does not want it (`bad-token`, …), or cannot be reached. */
export async function connect(url: string, options: ClubOptions = {}): Promise<Club> {
  const socket = io(url, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: firstDelay,
    reconnectionDelayMax: longestDelay,
    randomizationFactor: 0.5,
    ...(options.table && { query: { table: options.table } }),
    ...(options.token && { auth: { token: options.token } }),
    ...(options.headers && { extraHeaders: { ...options.headers } }),
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error: Error & { data?: { code?: string } }) => {
      socket.disconnect();
      reject(new ClubRefusal({ code: error.data?.code ?? 'no-answer', message: error.message }));
    });
  });
  return new Club(socket, options.answerWithin ?? 8000);
}

/**
 * A connection to a club. When it is lost it comes back by itself, and then asks again for every table that is followed and for
 * every line that was missed.
 */
export class Club {
  private state: Connection = 'online';
  private readonly tables = new Map<string, Table>();
  private readonly rooms = new Map<string, Room>();
  private readonly watchers = new Set<(connection: Connection) => void>();
  private hall: Hall | undefined;
  private retryMs = firstDelay;

  /** Use `connect`. */
  constructor(
    private readonly socket: Socket,
    private readonly answerWithin: number,
  ) {
    socket.on('connect', () => void this.resume());
    socket.on('disconnect', (reason) => {
      if (this.state === 'ended') return;
      this.become('away');
      // After this Socket.IO does not come back by itself.
      if (reason === 'io server disconnect') this.comeBack();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code === 'bad-token') this.become('ended');
      else if (!socket.active) this.comeBack();
    });
    for (const event of ['server:restarting', 'connection:paused'] as const)
      this.on(event, ({ retryMs }) => (this.retryMs = retryMs));
    this.on('session:ended', () => this.become('ended'));
    this.on('table:view', (view) => this.tables.get(view.id)?.see(view));
    this.on('hall:changes', (changes) => this.hall?.change(changes));
    this.on('chat:line', ({ room, line }) => this.rooms.get(room)?.hear([line]));
  }

  get connection(): Connection {
    return this.state;
  }

  /** Hears of every change of `connection`. Returns how to stop. */
  onConnection(watcher: (connection: Connection) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Any request of the contract, once. Rejects with a `ClubRefusal`. */
  ask<Event extends keyof Requests & keyof Answers>(
    event: Event,
    request: Requests[Event],
  ): Promise<Answers[Event]> {
    return new Promise((resolve, reject) => {
      const answered = (error: unknown, answer: ({ ok: true } & Answers[Event]) | No) => {
        if (error) reject(new ClubRefusal({ code: 'no-answer', message: 'No answer in time.' }));
        else if (answer.ok) resolve(answer);
        else reject(new ClubRefusal(answer));
      };
      if (this.state === 'ended')
        reject(new ClubRefusal({ code: 'not-signed-in', message: 'The token has ended.' }));
      else this.socket.timeout(this.answerWithin).emit(event, request, answered);
    });
  }

  /** The same again and again while the refusal is one that passes. Only for requests that may arrive twice. */
  async askAgain<Event extends keyof Requests & keyof Answers>(
    event: Event,
    request: Requests[Event],
  ): Promise<Answers[Event]> {
    for (let delay = firstDelay; ; delay = Math.min(2 * delay, longestDelay)) {
      try {
        return await this.ask(event, request);
      } catch (error) {
        if (!isPassing(error)) throw error;
        const pause = Math.max(error.retryMs ?? 0, delay * (1 + Math.random() / 2));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Anything that the club says by itself. Returns how to stop. */
  on<Event extends keyof Said>(event: Event, listener: (said: Said[Event]) => void): () => void {
    const wire = this.socket as Socket<Record<string, (said: never) => void>>;
    wire.on(event as string, listener as (said: never) => void);
    return () => wire.off(event as string, listener as (said: never) => void);
  }

  /** Looks at a table and follows it from now on. */
  async follow(tableId: string): Promise<Table> {
    const known = this.tables.get(tableId);
    if (known) return known;
    const table = new Table(this, tableId, () => this.tables.delete(tableId));
    this.tables.set(tableId, table);
    try {
      await table.look();
    } catch (error) {
      this.tables.delete(tableId);
      throw error;
    }
    return table;
  }

  /** Sits down at a fitting public table of this game, or sets one, and follows it. */
  async playNow(game: string): Promise<Table> {
    const { tableId } = await this.ask('hall:play-now', { game });
    return this.follow(tableId);
  }

  /** Takes a seat at a table and follows it; the first free one when none is named. */
  async sit(tableId: string, seat?: number): Promise<Table> {
    const table = await this.follow(tableId);
    await table.sit(seat);
    return table;
  }

  /** Follows a hall: `onHall` hears it whole, now and after every change. One hall at a time. */
  async enterHall(game: string, onHall: (hall: HallSnapshot) => void): Promise<void> {
    const hall = new Hall(game, onHall);
    this.hall = hall;
    hall.see(await this.ask('hall:enter', { game }));
  }

  async leaveHall(): Promise<void> {
    this.hall = undefined;
    await this.ask('hall:leave', {});
  }

  /** Listens to a room (`hall:tic-tac-toe`, `table:<id>`): `onLine` hears each line once, in order, the last 200 at first. */
  async listen(room: string, onLine: Room['onLine']): Promise<Room> {
    const heard = new Room(this, room, onLine, () => this.rooms.delete(room));
    this.rooms.set(room, heard);
    await heard.catchUp();
    return heard;
  }

  close(): void {
    this.become('ended');
    this.socket.disconnect();
  }

  private async resume(): Promise<void> {
    this.retryMs = firstDelay;
    this.become('online');
    const { hall } = this;
    await Promise.all([
      ...[...this.tables.values()].map((table) => table.resume()),
      ...[...this.rooms.values()].map((room) => room.resume()),
      // Without an answer the next connection asks again.
      hall?.resume(this.ask('hall:enter', { game: hall.game })),
    ]);
  }

  private comeBack(): void {
    const pause = this.retryMs * (1 + Math.random() / 2);
    this.retryMs = Math.min(2 * this.retryMs, longestDelay);
    setTimeout(() => {
      if (this.state !== 'ended') this.socket.connect();
    }, pause);
  }

  private become(state: Connection): void {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
    if (state === 'ended') for (const table of this.tables.values()) table.end();
  }
}
