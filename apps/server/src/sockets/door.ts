import { Refusal } from '@trellis/games/kit';
import type { PlayerCard } from '@trellis/facade';
import {
  access,
  checkPlain,
  clientToServer,
  gridToServer,
  type Answer,
  type Answers,
  type ClientToServer,
  type GridToServer,
} from '@trellis/wire';
import { addressMark } from '../http/address-mark.js';
import type { Log } from '../http/log.js';
import { following } from '../http/request-trail.js';
import type { ClubSocket, EventName, GridEventName, GridSocket } from './club-socket.js';
import { mustReach } from '../tokens/token-book.js';
import type { CoolingOff } from './cooling-off.js';
import { holderAt } from './holder.js';
import type { RequestLimits } from './request-limits.js';

/** Told of every request; `Metrics` is one. */
export interface SocketWitness {
  requestAnswered(event: string, code: string): void;
}

/** Requests that name a table. */
type TableEvent = {
  [Event in EventName]: ClientToServer[Event] extends { tableId: string } ? Event : never;
}[EventName];

/**
 * The one door of the socket: every handler of every gateway goes through `anybody`, `player` or `seated`. In this order:
 * how often, is it plain data, does it have the shape, who is it, one call of a service, the answer. The grid's
 * messages pass it too (`grid`), though most of their senders want no answer.
 * Refusals are answered with their code; anything else that is thrown is our bug, is logged and answered
 * as `internal`, and ends neither the process nor the connection.
 */
export class Door {
  private bugs = 0;

  constructor(
    private readonly limits: RequestLimits,
    private readonly coolingOff: Pick<CoolingOff, 'begin'>,
    private readonly log: Pick<Log, 'error' | 'warn' | 'debug' | 'isLevelEnabled'>,
    private readonly witness: SocketWitness,
  ) {}

  /** Requests that a visitor may make too. */
  anybody<Event extends EventName>(
    event: Event,
    socket: ClubSocket,
    body: unknown,
    handle: (
      request: ClientToServer[Event],
      player: PlayerCard | undefined,
    ) => Promise<Answers[Event]> | Answers[Event],
  ): Promise<Answer<Answers[Event]>> {
    return this.answer(event, socket, async () => {
      const request = this.admit(event, socket, body);
      return await handle(request, socket.data.player);
    });
  }

  /** The grid's messages, which anybody sends. */
  grid<Event extends GridEventName>(
    event: Event,
    socket: GridSocket,
    body: unknown,
    handle: (message: GridToServer[Event]) => void,
  ): Promise<Answer> {
    return this.answer(event, socket, async () => {
      handle(this.admit(event, socket, body));
      return {};
    });
  }

  /**
   * Requests that only a player makes; refuses a visitor with `not-signed-in`, and a program whose token does not reach that
   * far with `missing-scope`.
   */
  player<Event extends EventName>(
    event: Event,
    socket: ClubSocket,
    body: unknown,
    handle: (
      request: ClientToServer[Event],
      player: PlayerCard,
    ) => Promise<Answers[Event]> | Answers[Event],
  ): Promise<Answer<Answers[Event]>> {
    return this.answer(event, socket, async () => {
      const request = this.admit(event, socket, body);
      return await handle(request, this.known(event, socket, socket.data.player));
    });
  }

  /** Requests of whoever may hold a seat at the table: a visitor at a visitors' table, a player elsewhere. */
  seated<Event extends TableEvent>(
    event: Event,
    socket: ClubSocket,
    body: unknown,
    handle: (
      request: ClientToServer[Event],
      holder: PlayerCard,
    ) => Promise<Answers[Event]> | Answers[Event],
  ): Promise<Answer<Answers[Event]>> {
    return this.answer(event, socket, async () => {
      const request = this.admit(event, socket, body);
      const holder = holderAt(socket.data, request.tableId);
      return await handle(request, this.known(event, socket, holder));
    });
  }

  private known(event: EventName, socket: ClubSocket, who: PlayerCard | undefined): PlayerCard {
    if (!who) throw new Refusal('not-signed-in', 'Sign in first.');
    const scope = access[event];
    if (scope !== 'anybody') mustReach(socket.data.token, scope);
    return who;
  }

  /**
   * Stands before all handlers of a socket: answers events that nobody knows, and drops messages that
   * want no answer. Every message has exactly one body.
   */
  guard(socket: ClubSocket): void {
    this.stand(socket, clientToServer, (packet) => typeof packet[2] === 'function');
  }

  /** The same for the grid, where a message may do without an answer. */
  guardGrid(socket: GridSocket): void {
    this.stand(
      socket,
      gridToServer,
      (packet) => packet.length === 2 || typeof packet[2] === 'function',
    );
  }

  private stand(
    socket: ClubSocket | GridSocket,
    events: object,
    isWhole: (packet: readonly unknown[]) => boolean,
  ): void {
    socket.use((packet: readonly unknown[], next: (error?: Error) => void) => {
      // What came in one piece with his last request costs nothing more.
      if (socket.data.closing) return;
      const [event, body] = packet;
      const isKnown = typeof event === 'string' && Object.hasOwn(events, event);
      if (isKnown && packet.length <= 3 && isWhole(packet)) return next();
      const last = packet.at(-1);
      if (typeof last !== 'function') return this.drop(socket);
      void this.answer('noise', socket, () => {
        this.limits.check('noise', socket.data);
        if (!isKnown) throw new Refusal('unknown-event', 'There is no such request.');
        throw new Refusal('bad-request', `One body and an acknowledgement: ${typeof body}.`);
      }).then((refusal) => (last as (answer: unknown) => void)(refusal));
    });
  }

  private admit<Event extends EventName | GridEventName>(
    event: Event,
    socket: ClubSocket | GridSocket,
    body: unknown,
  ): (ClientToServer & GridToServer)[Event] {
    this.limits.check(event, socket.data);
    const fault = checkPlain(body);
    if (fault) throw new Refusal('bad-request', `The request has ${fault}.`);
    const parsed = schemas[event].safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = issue?.path.join('.') || 'request';
      throw new Refusal('bad-request', `${where}: ${issue?.message ?? 'wrong shape'}`);
    }
    return parsed.data as (ClientToServer & GridToServer)[Event];
  }

  private async answer<T extends object>(
    event: EventName | GridEventName | 'noise',
    socket: ClubSocket | GridSocket,
    handle: () => Promise<T> | never,
  ): Promise<Answer<T>> {
    const requestId = nextRequest(socket);
    try {
      const follows = this.log.isLevelEnabled('debug');
      const answer = await following(follows ? requestId : undefined, handle);
      this.witness.requestAnswered(event, 'ok');
      // A table and its `seq` are the key of the journal's entry.
      const { seq } = answer as { seq?: number };
      this.log.debug({ requestId, event, code: 'ok', seq }, 'socket request');
      return { ok: true, ...answer };
    } catch (error) {
      const { code, message, details } =
        error instanceof Refusal ? error : this.bug(event, error, requestId);
      this.witness.requestAnswered(event, code);
      this.log.debug({ requestId, event, code }, 'socket request');
      if (this.limits.isExhausted(socket.data)) this.close(socket);
      return { ok: false, code, message, ...(details && { details }) };
    }
  }

  /** Writes a bug to the log. Returns the id under which it is found there. */
  report(
    error: unknown,
    event: string,
    requestId = `${process.pid.toString(36)}-${++this.bugs}`,
  ): string {
    this.log.error({ error, event, requestId }, 'A request met a bug.');
    return requestId;
  }

  private bug(event: string, error: unknown, request: string | undefined) {
    const requestId = this.report(error, event, request);
    return {
      code: 'internal',
      message: `Something went wrong on our side (${requestId}).`,
      details: { requestId },
    };
  }

  private drop(socket: ClubSocket | GridSocket): void {
    this.witness.requestAnswered('noise', 'no-acknowledgement');
    try {
      this.limits.check('noise', socket.data);
    } catch {
      if (this.limits.isExhausted(socket.data)) this.close(socket);
    }
  }

  /** He may come back when he has cooled off, and hears when that is. */
  private close(socket: ClubSocket | GridSocket): void {
    if (socket.data.closing) return;
    socket.data.closing = true;
    const { player, visitor, address } = socket.data;
    const who = { account: player?.id, visitor: visitor?.id, address };
    const retryMs = this.coolingOff.begin(who);
    const from = addressMark(address);
    this.log.warn({ from, retryMs }, 'A socket asks too often and is closed.');
    // After the answer to this request has been written.
    setImmediate(() => {
      // The grid's clients know of no such message.
      if (socket.nsp.name === '/') (socket as ClubSocket).emit('connection:paused', { retryMs });
      socket.disconnect(true);
    });
  }
}

/** The handshake's id, as in the proxy's log, and a number. */
function nextRequest({ data }: ClubSocket | GridSocket): string | undefined {
  data.asked = (data.asked ?? 0) + 1;
  return data.requestId && `${data.requestId}.${data.asked}`;
}

const schemas = { ...clientToServer, ...gridToServer };
