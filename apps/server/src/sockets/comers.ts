import { Refusal } from '@trellis/games/kit';
import type { Bans } from '../auth/bans.js';
import type { Callers } from '../auth/callers.js';
import { endsSession, type Ended, type Sessions } from '../auth/sessions.js';
import type { Log } from '../http/log.js';
import type { TokenBook } from '../tokens/token-book.js';
import type { Arrivals } from './arrivals.js';
import type { ClubSocket, GridSocket } from './club-socket.js';
import type { Handshake } from './handshake.js';

type AnySocket = ClubSocket | GridSocket;

/** Sessions and tokens that end by themselves, of old age, are looked for this often (ms). */
const sweepEvery = 30_000;

/** Who comes on any namespace, and for how long he may stay. */
export class Comers {
  constructor(
    private readonly handshake: Handshake,
    private readonly callers: Callers,
    private readonly sessions: Sessions,
    private readonly tokens: TokenBook,
    private readonly bans: Bans,
    private readonly arrivals: Pick<Arrivals, 'mayBegin' | 'coolsOff' | 'close'>,
    private readonly log: Log,
  ) {}

  /** Writes down who it is, when it is his turn. Rejects with what the client finds in `connect_error`. */
  async identify(socket: AnySocket): Promise<void> {
    if (!(await this.arrivals.mayBegin(socket))) throw connectError('too-many-connections');
    await this.find(socket);
    const retryMs = this.arrivals.coolsOff(socket.data);
    if (retryMs > 0) throw connectError('cooling-off', { retryMs });
  }

  private async find(socket: AnySocket): Promise<void> {
    try {
      // What comes in the connecting message may be anything, `null` too.
      const { token } = (socket.handshake.auth ?? {}) as { readonly token?: unknown };
      socket.data = await this.handshake.identify(socket.request, token);
    } catch (error) {
      if (error instanceof Refusal) throw connectError(error.code, error.details);
      this.log.error({ error }, 'Who connects is not known: the storage does not answer');
      throw connectError('storage-away');
    }
  }

  /** False when what was shown has ended, be it while the socket was being identified. */
  stillHolds(socket: AnySocket): boolean {
    return this.callers.stillHold(socket.data);
  }

  /**
   * Ends the connections whose session or token ends. `all` gives those of a namespace, `ofPlayer` at least those of one
   * player. Returns how to stop.
   */
  keep(
    all: () => Iterable<AnySocket>,
    ofPlayer: (player: string) => Iterable<AnySocket> = all,
  ): () => void {
    const endAll = (sockets: Iterable<AnySocket>, isOver: (socket: AnySocket) => boolean) => {
      for (const socket of [...sockets]) if (isOver(socket)) this.end(socket);
    };
    const stops = [
      this.sessions.onEnded((ended: Ended) =>
        endAll('player' in ended ? ofPlayer(ended.player) : all(), ({ data: { session } }) =>
          Boolean(session && endsSession(ended, session)),
        ),
      ),
      this.tokens.onEnded((id) => endAll(all(), ({ data: { token } }) => token?.id === id)),
      // Programs play on accounts of their own, so not only those of the player's own are looked at.
      this.bans.onBanned((player) =>
        endAll(all(), ({ data: { session, token } }) =>
          [session?.player, token?.owner].includes(player),
        ),
      ),
    ];
    const sweeping = setInterval(
      () => endAll(all(), (socket) => !this.stillHolds(socket)),
      sweepEvery,
    );
    sweeping.unref();
    return () => {
      this.arrivals.close();
      clearInterval(sweeping);
      for (const stop of stops) stop();
    };
  }

  /** Says why and closes the connection, with all its namespaces. */
  end(socket: AnySocket): void {
    const { session, token } = socket.data;
    const person = session?.player ?? token?.owner;
    const reason = person !== undefined && this.bans.of(person) ? 'banned' : 'signed-out';
    // The grid's clients know of no sessions.
    if (socket.nsp.name === '/') (socket as ClubSocket).emit('session:ended', { reason });
    socket.disconnect(true);
  }
}

/** What the client finds in `connect_error`: the code is in `data`, as in an answer. */
export function connectError(code: string, details?: object): Error {
  return Object.assign(new Error(code), { data: { ...details, code } });
}
