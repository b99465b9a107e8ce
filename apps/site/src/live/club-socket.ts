import type { Answer, Answers, ClientToServer, ServerToClient } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';

/** `connecting` before the first connection of this page, `away` while it is lost. */
export type Connection = 'connecting' | 'online' | 'away';

export interface ClubState {
  readonly connection: Connection;
  /** The server said that it restarts; ends with the next connection. */
  readonly restarting: boolean;
  /** The session was ended elsewhere, or the club keeps the player out: this page stays away until it is loaded again. */
  readonly ended: 'signed-out' | 'banned' | undefined;
  /** False while the club's database is away: moves wait, clocks are stopped. */
  readonly storage: boolean;
  /** Since when it is away (ms since 1970): clocks stand as they stood then. */
  readonly awaySince?: number;
  /** How many times this page has connected. What has to be asked again after a lost connection depends on it. */
  readonly arrivals: number;
}

export const beforeArrival: ClubState = {
  connection: 'connecting',
  restarting: false,
  ended: undefined,
  storage: true,
  arrivals: 0,
};

export type Request = keyof ClientToServer & keyof Answers;
export type Asked<Event extends Request> = Answer<Answers[Event]>;
export type No = Extract<Answer, { ok: false }>;

type Wire = Socket<ServerToClient, Record<string, (...args: unknown[]) => void>>;

const answerWithinMs = 8000;
const firstDelayMs = 500;
const longestDelayMs = 5000;

/** The one connection of this page to the club. */
export class ClubSocket {
  private state = beforeArrival;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly wire: Wire = openWire()) {
    wire.on('connect', () =>
      this.become({
        connection: 'online',
        restarting: false,
        storage: true,
        awaySince: undefined,
        arrivals: this.state.arrivals + 1,
      }),
    );
    wire.on('disconnect', (reason) => {
      this.become({ connection: 'away' });
      // After these Socket.IO does not come back by itself.
      if (reason === 'io server disconnect') this.comeBackIn(this.retryMs ?? firstDelayMs);
    });
    wire.on('connect_error', (error) => {
      const { code } = (error as { data?: { code?: string } }).data ?? {};
      // The head of the page says why.
      if (code === 'banned') return this.become({ ended: 'banned', connection: 'away' });
      if (this.state.arrivals > 0) this.become({ connection: 'away' });
      if (!wire.active) this.comeBackIn(longestDelayMs);
    });
    wire.on('server:restarting', ({ retryMs }) => {
      this.retryMs = retryMs;
      this.become({ restarting: true });
    });
    wire.on('connection:paused', ({ retryMs }) => (this.retryMs = retryMs));
    wire.on('session:ended', ({ reason }) => this.become({ ended: reason }));
    wire.on('club:storage', ({ available }) =>
      this.become({ storage: available, awaySince: available ? undefined : Date.now() }),
    );
  }

  private retryMs: number | undefined;

  readonly snapshot = (): ClubState => this.state;

  /** Tells when `snapshot` has changed. Returns how to stop. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Never throws: no answer within 8 s, or no connection, is the refusal `no-answer`. */
  readonly ask = <Event extends Request>(
    event: Event,
    payload: ClientToServer[Event],
  ): Promise<Asked<Event>> =>
    new Promise((resolve) => {
      this.wire
        .timeout(answerWithinMs)
        .emit(event, payload, (error: unknown, answer: Asked<Event>) =>
          resolve(error ? noAnswer : answer),
        );
    });

  /** Returns how to stop. */
  readonly on = <Event extends keyof ServerToClient>(
    event: Event,
    listener: ServerToClient[Event],
  ): (() => void) => {
    const wire = this.wire as Socket; // its own types do not follow a generic event name
    wire.on(event as string, listener);
    return () => wire.off(event as string, listener);
  };

  private become(change: Partial<ClubState>): void {
    this.state = { ...this.state, ...change };
    for (const watcher of this.watchers) watcher();
  }

  private comeBackIn(ms: number): void {
    this.retryMs = undefined;
    if (this.state.ended) return;
    setTimeout(() => this.wire.connect(), withJitter(ms));
  }
}

const noAnswer: No = { ok: false, code: 'no-answer', message: 'No answer in time.' };

/** Refusals that a later try may overcome. */
const passing = new Set(['no-answer', 'try-again', 'rate-limited', 'restarting', 'storage-away']);

export function isPassing(code: string): boolean {
  return passing.has(code);
}

/** 500 ms doubling up to 5 s. */
export function delayBefore(attempt: number): number {
  return Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
}

/**
 * Asks again, with growing pauses, as long as the refusal is one that passes. `isWanted` ends it early.
 * Only for requests that may safely arrive twice.
 */
export async function askUntilAnswered<Answered extends Answer>(
  ask: () => Promise<Answered>,
  isWanted: () => boolean,
  attempts = Infinity,
): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer.ok || !isPassing(answer.code) || !isWanted() || attempt >= attempts) return answer;
    const named = Number(answer.details?.retryMs);
    const pause = withJitter(Math.max(delayBefore(attempt), Number.isFinite(named) ? named : 0));
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isWanted()) return answer;
  }
}

/** So that the pages of a club do not all come back in the same instant. */
function withJitter(ms: number): number {
  return ms * (1 + Math.random() / 2);
}

/**
 * Names the table of this page at each handshake, so that several processes can let the people of a table meet in one
 * (nginx/trellis.conf). Socket.IO reads it whenever it connects, and a page may have come to another table by then.
 */
export const meetingPlace = {
  get table(): string {
    return /^\/tables\/([\w-]+)/.exec(window.location.pathname)?.[1] ?? '';
  },
};

function openWire(): Wire {
  return io({
    query: meetingPlace,
    transports: ['websocket', 'polling'],
    tryAllTransports: true, // networks that block WebSocket get long polling
    reconnectionDelay: firstDelayMs,
    reconnectionDelayMax: longestDelayMs,
    randomizationFactor: 0.5,
  });
}
