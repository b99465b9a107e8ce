import type { IncomingMessage } from 'node:http';
import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import type { Request } from 'express';
import type { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import type { LimitKind, RateLimits } from '../http/rate-limits.js';
import type { Session, Sessions } from './sessions.js';

/** Who asks for something that only members get. */
export class Members {
  constructor(
    private readonly sessions: Pick<Sessions, 'read' | 'proven'>,
    private readonly rateLimits: Pick<RateLimits, 'take'>,
    private readonly configuration: Pick<Configuration, 'trustProxy' | 'editors'>,
  ) {}

  /** Refuses with `not-signed-in`, and with `rate-limited` who asks too often. */
  async of(request: Pick<Request, 'headers' | 'socket'>, kind: LimitKind): Promise<PlayerId> {
    return (await this.sessionOf(request, kind)).player;
  }

  /** The same, for what belongs to this browser alone. */
  sessionOf(request: Pick<Request, 'headers' | 'socket'>, kind: LimitKind): Promise<Session> {
    return this.take(this.sessions.read(request.headers.cookie), request, kind);
  }

  /** The same for what also those may whom the club keeps out: to read why, and to appeal. */
  async evenBanned(
    request: Pick<Request, 'headers' | 'socket'>,
    kind: LimitKind,
  ): Promise<PlayerId> {
    return (await this.take(this.sessions.proven(request.headers.cookie), request, kind)).player;
  }

  private async take(
    session: Session | undefined,
    request: Pick<Request, 'headers' | 'socket'>,
    kind: LimitKind,
  ): Promise<Session> {
    if (!session) throw new Refusal('not-signed-in', 'Sign in first.');
    const address = clientAddress(request as IncomingMessage, this.configuration.trustProxy);
    await this.rateLimits.take(kind, { account: session.player, address });
    return session;
  }

  /** Whether the operator has made this player an editor of the club. */
  isEditor(player: PlayerId): boolean {
    return this.configuration.editors?.includes(player) ?? false;
  }
}
