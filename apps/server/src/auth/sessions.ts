import { randomBytes } from 'node:crypto';
import type { PlayerId } from '@trellis/facade';
import type { Players } from '@trellis/players';
import { z } from 'zod';
import type { Configuration } from '../configuration/configuration.js';
import { Cookies } from './cookies.js';
import { Signer } from './signed.js';

export interface Session {
  readonly id: string;
  readonly player: PlayerId;
  /** When it began (ms). */
  readonly since: number;
  /** When it ends by itself (ms): whoever holds a connection open for it closes it then. */
  readonly until: number;
}

/** One session is over, or all sessions of a player that began before `before` (ms). */
export type Ended =
  { readonly sessionId: string } | { readonly player: PlayerId; readonly before: number };

const cookieName = 'trellis';
const lifetime = 30 * 24 * 60 * 60 * 1000;
const Payload = z.tuple([z.string(), z.string(), z.number()]);

/**
 * Who is signed in. A session is its signed cookie; only the ended ones are stored, and all of those that could still be
 * shown are in memory, so that reading one asks nobody (docs/decisions/0003-sessions-in-a-signed-cookie.md).
 */
export class Sessions {
  private readonly signer: Signer;
  private readonly cookies: Cookies;
  /** Ended one by one: until when the cookie would have been good. */
  private readonly ended = new Map<string, number>();
  /** Ended all at once: sessions of this player that began earlier are over. */
  private readonly sessionsSince = new Map<PlayerId, number>();
  private readonly listeners = new Set<(ended: Ended) => void>();

  constructor(
    { sessionSecret, publicUrl }: Pick<Configuration, 'sessionSecret' | 'publicUrl'>,
    private readonly players: Players,
    private readonly now: () => number = Date.now,
    /** Tells the club's other processes of an ending. */
    private readonly tell: (ended: Ended) => void = () => undefined,
    /** Refuses whom the club keeps out. */
    private readonly mustBeIn: (player: PlayerId) => void = () => undefined,
  ) {
    this.signer = new Signer(sessionSecret, 'session');
    this.cookies = new Cookies(publicUrl);
  }

  /**
   * Learns what is stored of endings. Nothing may be read before it is done once; again after losing touch with the
   * other processes, whose endings may have been missed.
   */
  async start(): Promise<void> {
    const now = this.now();
    for (const sessionId of await this.players.endedSessions(now)) this.learn({ sessionId });
    for (const { id, sessionsSince } of await this.players.sessionsEndedSince(now - lifetime))
      this.learn({ player: id, before: sessionsSince });
  }

  /** A new session for a player who has just proven who he is: the `Set-Cookie` header. */
  open(player: PlayerId): { session: Session; cookie: string } {
    const id = randomBytes(16).toString('base64url');
    const since = Math.max(this.now(), this.sessionsSince.get(player) ?? 0);
    const value = this.signer.sign([id, player, since] satisfies z.infer<typeof Payload>);
    const cookie = this.cookies.write(cookieName, value, lifetime / 1000);
    return { session: { id, player, since, until: since + lifetime }, cookie };
  }

  /** The session of a `Cookie` header, if it is ours, not too old and not ended. Refuses (`banned`) whom the club keeps out. */
  read(cookieHeader: string | undefined): Session | undefined {
    const session = this.proven(cookieHeader);
    if (session) this.mustBeIn(session.player);
    return session;
  }

  /** The same for what also somebody who is kept out may do: read why, and sign out. */
  proven(cookieHeader: string | undefined): Session | undefined {
    const value = this.cookies.read(cookieHeader, cookieName);
    const payload = value && Payload.safeParse(this.signer.verify(value)).data;
    if (!payload) return undefined;
    const [id, player, since] = payload;
    const session = { id, player, since, until: since + lifetime };
    return this.holds(session) ? session : undefined;
  }

  /** Whether a session that was read earlier still stands. */
  holds({ id, player, since, until }: Session): boolean {
    return (
      this.now() < until && !this.ended.has(id) && since >= (this.sessionsSince.get(player) ?? 0)
    );
  }

  /** Whether the request shows a session cookie at all, good or bad. */
  shows(cookieHeader: string | undefined): boolean {
    return this.cookies.read(cookieHeader, cookieName) !== undefined;
  }

  /** The `Set-Cookie` header that makes the browser forget. */
  forget(): string {
    return this.cookies.write(cookieName, undefined, 0);
  }

  /**
   * Signs out here. It takes effect in this process at once, then it is stored: when that rejects, the session is over
   * but would be good again after a restart, so the player is told to try again.
   */
  async end(session: Session): Promise<void> {
    this.learnAndTell({ sessionId: session.id });
    await this.players.endSession(session.id, session.until);
  }

  /** Signs the player out everywhere: on request, or because of a ban or a deletion. Takes effect as `end` does. */
  async endAll(player: PlayerId): Promise<void> {
    // One later than now, so that also the sessions that began in this very millisecond are over.
    const before = this.now() + 1;
    this.learnAndTell({ player, before });
    await this.players.endSessions(player, before);
  }

  /** Applies an ending that is stored already: one of ours, or one that another process told. */
  learn(ended: Ended): void {
    if ('sessionId' in ended) {
      this.dropOld();
      this.ended.set(ended.sessionId, this.now() + lifetime);
    } else {
      const known = this.sessionsSince.get(ended.player) ?? 0;
      this.sessionsSince.set(ended.player, Math.max(known, ended.before));
    }
    for (const listener of this.listeners) listener(ended);
  }

  private learnAndTell(ended: Ended): void {
    this.learn(ended);
    this.tell(ended);
  }

  /** Whoever keeps connections open for sessions closes them when told here. Returns how to stop. */
  onEnded(listener: (ended: Ended) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The map is in the order of ending, so the old ones come first. */
  private dropOld(): void {
    for (const [id, until] of this.ended) {
      if (until > this.now()) return;
      this.ended.delete(id);
    }
  }
}

/** Whether this ending ends that session. */
export function endsSession(ended: Ended, session: Session): boolean {
  return 'sessionId' in ended
    ? ended.sessionId === session.id
    : ended.player === session.player && session.since < ended.before;
}
