import type { IncomingMessage } from 'node:http';
import { Refusal } from '@trellis/games/kit';
import { household, isThisMachine } from '../http/client-address.js';
import type { RateLimits } from '../http/rate-limits.js';
import type { ClubSocket, GridSocket, SocketData } from './club-socket.js';
import type { ConnectionLimits } from './connection-limits.js';
import type { CoolingOff } from './cooling-off.js';
import type { Handshake } from './handshake.js';
import { Turnstile } from './turnstile.js';

/** Who may connect now, and when it is his turn: a crowd at the door must not hold up those who sit at the tables. */
export class Arrivals {
  /** To the opening of a connection, and from there to what a connection costs most for: becoming somebody of the club. */
  private readonly turnstiles = [new Turnstile(), new Turnstile()] as const;

  constructor(
    private readonly handshake: Pick<Handshake, 'allows' | 'addressOf' | 'seems'>,
    private readonly limits: Pick<ConnectionLimits, 'isFull'>,
    private readonly rateLimits: Pick<RateLimits, 'takeNow'>,
    private readonly coolingOff: Pick<CoolingOff, 'left'>,
  ) {}

  /** Resolves when it is his turn; with the reason when he may not connect. All that is asked before costs next to nothing. */
  async refuses(request: IncomingMessage): Promise<string | undefined> {
    if (!this.handshake.allows(request)) return 'cross-site';
    const [turnstile] = this.turnstiles;
    const address = this.handshake.addressOf(request);
    const from = this.householdOf(request);
    if (this.limits.isFull(address, turnstile.waitingOf(from))) return 'too-many-connections';
    const reason = this.tooOften(request, address);
    if (reason) return reason;
    const { socket } = request;
    // Nobody else listens to it while it waits, and an error that nobody hears would be one of the club's.
    const ignore = () => undefined;
    socket.on('error', ignore);
    const isGone = () => socket.destroyed;
    const isHisTurn = await turnstile.enter({ household: from, isGone });
    socket.off('error', ignore);
    return isHisTurn && !this.limits.isFull(address) ? undefined : 'too-many-connections';
  }

  /** Resolves when it is the turn of somebody who is connected to become somebody of the club; with false when he must go. */
  mayBegin({ request, conn }: ClubSocket | GridSocket): Promise<boolean> {
    return this.turnstiles[1].enter({
      household: this.householdOf(request),
      isGone: () => conn.readyState !== 'open',
    });
  }

  /** How long he has to stay away (ms), by who he has proven to be. */
  coolsOff({ player, visitor, address }: SocketData): number {
    return this.coolingOff.left({ account: player?.id, visitor: visitor?.id, address });
  }

  /** Refuses all who wait for their turn. */
  close(): void {
    for (const turnstile of this.turnstiles) turnstile.close();
  }

  private tooOften(request: IncomingMessage, address: string): string | undefined {
    const { account, visitor } = this.handshake.seems(request);
    // Who brings a token instead is known when it is his turn.
    const isKnown = request.headers.authorization === undefined;
    const retryMs = isKnown ? this.coolingOff.left({ account, visitor, address }) : 0;
    if (retryMs > 0) return `cooling-off: ${Math.ceil(retryMs)} ms`;
    try {
      this.rateLimits.takeNow('connect', { account, address });
      return undefined;
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error);
    }
  }

  /** By which those who wait take turns. Who comes by way of this machine has no address: each stands for himself. */
  private householdOf(request: IncomingMessage): string {
    const address = this.handshake.addressOf(request);
    return isThisMachine(address) ? `:${request.socket.remotePort}` : household(address);
  }
}
