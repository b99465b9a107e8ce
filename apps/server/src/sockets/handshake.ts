import type { IncomingMessage } from 'node:http';
import { allowedHandshake, ownOrigins } from '../auth/origin.js';
import type { Sessions } from '../auth/sessions.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Visitors } from '../house/visitors.js';
import type { PlayerNames } from '../facts/player-names.js';
import { clientAddress } from '../http/client-address.js';
import type { ConnectionLimits } from './connection-limits.js';
import type { SocketData } from './club-socket.js';

/** Who may connect, and who he is: the cookie says it, once, and no message ever does. */
export class Handshake {
  private readonly origins: ReadonlySet<string>;

  constructor(
    private readonly configuration: Pick<Configuration, 'publicUrl' | 'production' | 'trustProxy'>,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly names: PlayerNames,
    private readonly limits: ConnectionLimits,
  ) {
    this.origins = ownOrigins(configuration);
  }

  allows(request: IncomingMessage): boolean {
    const { cookie } = request.headers;
    const showsWho = this.sessions.shows(cookie) || this.visitors.shows(cookie);
    if (!allowedHandshake(request.headers, this.origins, showsWho)) return false;
    return !this.limits.isFull(this.addressOf(request));
  }

  addressOf(request: IncomingMessage): string {
    return clientAddress(request, this.configuration.trustProxy);
  }

  /** A visitor when the cookie is not good (any more). Rejects when the storage is away and the player not known. */
  async identify(request: IncomingMessage): Promise<SocketData> {
    const address = this.addressOf(request);
    const { cookie } = request.headers;
    const visitor = this.visitors.read(cookie);
    const session = this.sessions.read(cookie);
    if (!session) return { address, visitor };
    await this.names.load([session.player]);
    if (!this.names.knows(session.player)) return { address, visitor };
    return { address, visitor, session, player: this.names.cardOf(session.player) };
  }

  /** Whether the socket's session still stands; a visitor has none to lose. */
  stillHolds({ session }: SocketData): boolean {
    return !session || this.sessions.holds(session);
  }
}
