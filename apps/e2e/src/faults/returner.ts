import type { Answer, Answers, ClientToServer } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';
import type { Session } from '../harness/club-client.js';

/** What a page looks at, and asks for again whenever it is back. */
export type Place = { readonly tableId: string } | { readonly hall: string };

/**
 * One connection that behaves as a page does (apps/site/src/live/club-socket.ts): it comes back when it was told to, and then
 * looks again at what it was looking at.
 */
export class Returner {
  /** How long it was told to stay away (ms), once for each restart. */
  readonly told: number[] = [];
  /** How long it stayed away before it tried again (ms). */
  readonly waited: number[] = [];
  /** When it saw its place again (as `performance.now`); undefined while it has not. */
  backAt: number | undefined;
  private readonly socket: Socket;

  private constructor(
    url: string,
    session: Session,
    address: string,
    private readonly place: Place,
  ) {
    const headers = { origin: url, cookie: session.cookie, 'x-forwarded-for': address };
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      extraHeaders: headers,
    });
    this.socket.on('connect', () => void this.look());
    this.socket.on('server:restarting', ({ retryMs }: { retryMs: number }) =>
      this.told.push(retryMs),
    );
    this.socket.on('disconnect', (reason) => {
      this.backAt = undefined;
      if (reason === 'io server disconnect') this.comeBack();
    });
    this.socket.on('connect_error', () => {
      if (!this.socket.active) this.comeBack();
    });
  }

  static async arrive(
    url: string,
    session: Session,
    address: string,
    place: Place,
  ): Promise<Returner> {
    const returner = new Returner(url, session, address, place);
    await new Promise<void>((resolve) => {
      const ready = setInterval(() => {
        if (returner.backAt === undefined) return;
        clearInterval(ready);
        resolve();
      }, 20);
    });
    return returner;
  }

  get isBack(): boolean {
    return this.backAt !== undefined;
  }

  /** Undefined when nobody answers in time. */
  ask<Event extends keyof ClientToServer & keyof Answers>(
    event: Event,
    request: ClientToServer[Event],
  ): Promise<Answer<Answers[Event]> | undefined> {
    return this.socket
      .timeout(8000)
      .emitWithAck(event, request)
      .catch(() => undefined) as Promise<Answer<Answers[Event]> | undefined>;
  }

  close(): void {
    this.socket.disconnect();
  }

  private comeBack(): void {
    const since = performance.now();
    const wait = (this.told.at(-1) ?? 500) * (1 + Math.random() / 2);
    setTimeout(() => {
      this.waited.push(performance.now() - since);
      this.socket.connect();
    }, wait);
  }

  private async look(): Promise<void> {
    const answer = await ('hall' in this.place
      ? this.ask('hall:enter', { game: this.place.hall })
      : this.ask('table:look', this.place));
    if (answer?.ok) this.backAt = performance.now();
    // Closed meanwhile, it looks when it is connected again.
    else if (this.socket.connected) setTimeout(() => void this.look(), 500);
  }
}
