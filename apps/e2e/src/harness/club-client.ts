import type { Answer, Answers, ClientToServer, ServerToClient, TableView } from '@trellis/wire';
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';

type Events = {
  [Event in keyof ClientToServer]: (
    payload: ClientToServer[Event],
    answer: (reply: unknown) => void,
  ) => void;
};
export type ClubSocket = Socket<ServerToClient, Events>;

/** Signs in by the door for programs; returns the cookie to send with every request. */
export async function demoSignIn(url: string, name: string): Promise<Session> {
  const answer = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok) throw new Error(`Demo sign-in answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { player } = (await answer.json()) as { player: { id: string } };
  return { cookie, player: player.id };
}

/** Who has signed in, and with what he shows it. */
export interface Session {
  readonly cookie: string;
  readonly player: string;
  /** A program shows this, and no cookie. */
  readonly token?: string;
}

export interface LineOptions {
  readonly transport?: 'websocket' | 'polling';
  /** Where a club that believes one proxy takes the client to be. */
  readonly address?: string;
  /** The table that it comes for, as a page does: where a proxy leads it. */
  readonly table?: string;
  /** The address of the club, where the client comes in by another door; default: the one it connects to. */
  readonly origin?: string;
  /** False: a lost connection stays lost. */
  readonly comesBack?: boolean;
  /** Whether it adds to the shuffles, as every page does; default: yes. */
  readonly adds?: boolean;
  /** Told of every message as it came over the line. */
  readonly heard?: (text: string) => void;
}

/** A person at a raw socket: asks, and remembers the newest view of each table. */
export class ClubClient {
  readonly views = new Map<string, TableView>();
  /** Games to whose shuffles this client has added something, as every page does. */
  private readonly contributed = new Set<string>();
  private listeners = new Set<(view: TableView) => void>();

  private constructor(
    readonly socket: ClubSocket,
    readonly player: string | undefined,
    readonly cookie: string | undefined,
    private readonly adds: boolean,
  ) {
    socket.on('table:view', (view) => this.see(view));
  }

  /** Connects as this person, or as a visitor when no name is given. */
  static async connect(url: string, name?: string): Promise<ClubClient> {
    return ClubClient.open(url, name === undefined ? undefined : await demoSignIn(url, name));
  }

  /** Another tab or device: connects with a session that is there already, or as a visitor. */
  static async open(
    url: string,
    session?: Session,
    {
      transport = 'websocket',
      address,
      adds = true,
      heard,
      table,
      origin = url,
      comesBack = true,
    }: LineOptions = {},
  ): Promise<ClubClient> {
    const socket: ClubSocket = io(url, {
      transports: [transport],
      forceNew: true,
      reconnection: comesBack,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      ...(table !== undefined && { query: { table } }),
      ...(session?.token !== undefined && { auth: { token: session.token } }),
      extraHeaders: {
        origin,
        ...(session?.cookie && { cookie: session.cookie }),
        ...(address && { 'x-forwarded-for': address }),
      },
    });
    if (heard)
      socket.io.engine.on('packet', ({ type, data }) => {
        if (type === 'message') heard(String(data));
      });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new ClubClient(socket, session?.player, session?.cookie, adds);
  }

  /** Resolves with the acknowledgement, whatever it says; rejects when none comes within `timeout` ms, or the connection ends before. */
  ask<Event extends keyof ClientToServer & keyof Answers>(
    event: Event,
    payload: ClientToServer[Event],
    timeout = 5000,
  ): Promise<Answer<Answers[Event]>> {
    return new Promise((resolve, reject) => {
      const answered = (error: unknown, reply: unknown) => {
        if (error) reject(new Error(`${event} was not answered.`));
        else resolve(reply as Answer<Answers[Event]>);
      };
      (this.socket as Socket).timeout(timeout).emit(event, payload, answered);
    });
  }

  /** Like `ask`, for requests that must succeed. */
  async must<Event extends keyof ClientToServer & keyof Answers>(
    event: Event,
    payload: ClientToServer[Event],
  ): Promise<Answers[Event]> {
    const answer = await this.ask(event, payload, 20_000);
    if (!answer.ok) throw new Error(`${event}: ${answer.code} ${answer.message}`);
    return answer;
  }

  /** Looks at a table; afterwards its views arrive. */
  async look(tableId: string): Promise<TableView> {
    const { view } = await this.must('table:look', { tableId });
    this.see(view);
    return view;
  }

  /** The first view, the present one included, that fits. */
  until(tableId: string, fits: (view: TableView) => boolean, timeout = 20_000): Promise<TableView> {
    const now = this.views.get(tableId);
    if (now && fits(now)) return Promise.resolve(now);
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.listeners.delete(listener);
      };
      const listener = (view: TableView) => {
        if (view.id !== tableId || !fits(view)) return;
        done();
        resolve(view);
      };
      const timer = setTimeout(() => {
        done();
        reject(
          new Error(
            `No view of ${tableId} fitted in time; the last: ${JSON.stringify(this.views.get(tableId))}`,
          ),
        );
      }, timeout);
      this.listeners.add(listener);
    });
  }

  onView(listener: (view: TableView) => void): void {
    this.listeners.add(listener);
  }

  close(): void {
    this.socket.disconnect();
  }

  private see(view: TableView): void {
    const known = this.views.get(view.id);
    if (known && known.seq > view.seq) return;
    this.views.set(view.id, view);
    this.contribute(view);
    for (const listener of this.listeners) listener(view);
  }

  private contribute({ id: tableId, gameId, commitment }: TableView): void {
    if (!this.adds || !commitment || !gameId || this.contributed.has(gameId)) return;
    this.contributed.add(gameId);
    const contribution = randomBytes(32).toString('hex');
    // Without an answer the game begins without it.
    this.ask('table:contribute', { tableId, gameId, contribution }).catch(() => undefined);
  }
}

/** Two people at a table of tic-tac-toe that has just begun; the first one is to move. */
export async function seatTwo(
  first: ClubClient,
  second: ClubClient,
  conventions: Record<string, unknown> = {},
): Promise<string> {
  const { tableId } = await first.must('table:set', { game: 'tic-tac-toe' });
  await first.look(tableId);
  await first.must('table:conventions', { tableId, conventions });
  await second.look(tableId);
  await second.must('table:sit', { tableId, seat: 1 });
  await Promise.all(
    [first, second].map((each) => each.until(tableId, ({ phase }) => phase === 'playing')),
  );
  return tableId;
}
