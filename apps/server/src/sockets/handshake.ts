import type { IncomingMessage } from 'node:http';
import type { PlayerId } from '@trellis/facade';
import type { Callers } from '../auth/callers.js';
import { allowedHandshake, ownOrigins } from '../auth/origin.js';
import type { Sessions } from '../auth/sessions.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Visitors } from '../house/visitors.js';
import type { PlayerNames } from '../facts/player-names.js';
import { requestIdIn } from '../http/requests.js';
import { clientAddress } from '../http/client-address.js';
import type { SocketData } from './club-socket.js';

/** Who may connect, and who he is: the cookie or the token says it, once, and no message ever does. */
export class Handshake {
  private readonly origins: ReadonlySet<string>;

  constructor(
    private readonly configuration: Pick<Configuration, 'publicUrl' | 'production' | 'trustProxy'>,
    private readonly sessions: Sessions,
    private readonly callers: Callers,
    private readonly visitors: Visitors,
    private readonly names: PlayerNames,
  ) {
    this.origins = ownOrigins(configuration);
  }

  /** False for a page of another site. */
  allows(request: IncomingMessage): boolean {
    const { cookie } = request.headers;
    const showsWho = this.sessions.shows(cookie) || this.visitors.shows(cookie);
    return allowedHandshake(request.headers, this.origins, showsWho);
  }

  /** Who it seems to be by what its head shows, without asking anybody: enough to count by. */
  seems({ headers }: IncomingMessage): { readonly account?: PlayerId; readonly visitor?: string } {
    return {
      account: this.sessions.proven(headers.cookie)?.player,
      visitor: this.visitors.read(headers.cookie)?.id,
    };
  }

  addressOf(request: IncomingMessage): string {
    return clientAddress(request, this.configuration.trustProxy);
  }

  /**
   * A visitor when the cookie is not good (any more); a token that is not good is refused. `shown` is a token that came in the
   * connecting message, where browsers and some programs can write no header. Rejects when the storage is away and the player
   * not known.
   */
  async identify(request: IncomingMessage, shown?: unknown): Promise<SocketData> {
    const place = { address: this.addressOf(request), requestId: requestIdIn(request.headers) };
    const visitor = this.visitors.read(request.headers.cookie);
    const caller =
      shown === undefined ? this.callers.of(request) : this.callers.ofSecret(String(shown));
    if (!caller) return { ...place, visitor };
    const { player, ...proof } = caller;
    await this.names.load([player]);
    if (!this.names.knows(player)) return { ...place, visitor };
    return { ...place, visitor, ...proof, player: this.names.cardOf(player) };
  }
}
