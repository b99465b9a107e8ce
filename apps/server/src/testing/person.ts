import type {
  Answer,
  Answers,
  ClientToServer,
  HallChanges,
  ServerToClient,
  TableView,
} from '@trellis/wire';
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { Waiting } from './waiting.js';

type Line = Parameters<ServerToClient['chat:line']>[0];

/** Somebody with a page of the club open. */
export class Person {
  readonly views: TableView[] = [];
  readonly hall: HallChanges[] = [];
  readonly lines: Line[] = [];
  readonly told: string[] = [];
  /** By game: what this person's page has added to its shuffles, as every page does. */
  readonly contributions = new Map<string, { commitment: string; contribution: string }>();
  /** A page that adds nothing. */
  silent = false;
  private readonly waiting = new Waiting();

  private constructor(
    readonly socket: Socket,
    readonly cookie: string | undefined,
  ) {
    socket.on('table:view', (view: TableView) => {
      this.views.push(view);
      void this.contribute(view);
    });
    socket.on('hall:changes', (changes: HallChanges) => this.hall.push(changes));
    socket.on('chat:line', (line: Line) => this.lines.push(line));
    socket.onAny((event: string) => this.told.push(event));
    socket.on('disconnect', () => this.told.push('disconnect'));
    const wake = () => queueMicrotask(() => this.waiting.wake());
    socket.onAny(wake);
    socket.on('disconnect', wake);
  }

  static async connect(
    url: string,
    origin: string,
    cookie?: string,
    address?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Person> {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: {
        origin,
        ...headers,
        ...(cookie && { cookie }),
        ...(address && { 'x-forwarded-for': address }),
      },
    });
    const person = new Person(socket, cookie);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return person;
  }

  /** Anything at all, with an acknowledgement. */
  send(event: string, ...args: unknown[]): Promise<Answer<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      this.socket.timeout(20_000).emit(event, ...args, (error: Error | null, answer: never) => {
        if (error) reject(new Error(`${event} was not answered.`));
        else resolve(answer);
      });
    });
  }

  ask<Event extends keyof ClientToServer & keyof Answers>(
    event: Event,
    request: ClientToServer[Event],
  ): Promise<Answer<Answers[Event]>> {
    return this.send(event, request) as unknown as Promise<Answer<Answers[Event]>>;
  }

  async must<Event extends keyof ClientToServer & keyof Answers>(
    event: Event,
    request: ClientToServer[Event],
  ): Promise<Answers[Event]> {
    const answer = await this.ask(event, request);
    if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}, ${answer.message}`);
    return answer;
  }

  private async contribute({ id: tableId, gameId, commitment }: TableView): Promise<void> {
    if (this.silent || !commitment || !gameId || this.contributions.has(gameId)) return;
    const contribution = randomBytes(32).toString('hex');
    this.contributions.set(gameId, { commitment, contribution });
    await this.ask('table:contribute', { tableId, gameId, contribution });
  }

  /** Resolves with the newest view for which this holds, now or later. */
  async sees(holds: (view: TableView) => boolean): Promise<TableView> {
    const found = () => this.views.findLast(holds);
    await this.until(() => found() !== undefined);
    return found()!;
  }

  until(holds: () => boolean): Promise<void> {
    return this.waiting.until(holds, () => `Told: ${this.told.slice(-20).join(', ')}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}
