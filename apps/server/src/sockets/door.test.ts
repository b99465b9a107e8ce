import 'reflect-metadata';
import { Refusal } from '@trellis/games/kit';
import { clientToServer } from '@trellis/wire';
import { describe, expect, test, vi } from 'vitest';
import { ChatGateway } from '../chat/chat.gateway.js';
import type { Chat } from '../chat/chat.js';
import { HallGateway } from '../hall/hall.gateway.js';
import type { Halls } from '../hall/halls.js';
import { NoticesGateway } from '../notices/notices.gateway.js';
import type { Notices } from '../notices/notices.js';
import { RateLimits } from '../http/rate-limits.js';
import type { SocketAudience } from '../tables/socket-audience.js';
import type { TableBook } from '../tables/table-book.js';
import type { TableCalls } from '../tables/table-calls.js';
import { TableGateway } from '../tables/table.gateway.js';
import type { Tables } from '@trellis/tables';
import type { ClubSocket, EventName, SocketData } from './club-socket.js';
import { CoolingOff } from './cooling-off.js';
import { ConnectionGateway } from './connection.gateway.js';
import { Door } from './door.js';
import { RequestLimits } from './request-limits.js';

const ann = { id: 'ann', name: 'Ann Lee' };
const log = { error: vi.fn(), warn: vi.fn(), debug: vi.fn(), isLevelEnabled: () => true };

/** As much of a socket as the door and the direct binding use. */
class FakeSocket {
  readonly listeners = new Map<string, (...args: unknown[]) => void>();
  guard: ((packet: unknown[], next: () => void) => void) | undefined;
  readonly disconnect = vi.fn();
  constructor(readonly data: SocketData) {}
  on(event: string, listener: (...args: unknown[]) => void) {
    this.listeners.set(event, listener);
  }
  use(guard: (packet: unknown[], next: () => void) => void) {
    this.guard = guard;
  }
}

const socketOf = (data: Partial<SocketData> = {}) =>
  new FakeSocket({ address: '192.0.2.1', ...data });

/** Stands for every service: a request that gets here has passed the door. */
function trap() {
  const reached: string[] = [];
  const service = new Proxy(
    {},
    {
      get: (_target, method) => () => {
        reached.push(String(method));
        throw new Refusal('reached', 'The request has come through the door.');
      },
    },
  );
  return { reached, service };
}

/** Every handler of every gateway by its event: those Nest finds, and the one that is bound directly. */
function allHandlers(door: Door, service: object) {
  const gateways = [
    new TableGateway(
      door,
      service as Tables,
      service as TableBook,
      service as TableCalls,
      service as SocketAudience,
    ),
    new HallGateway(door, service as Halls, service as Tables),
    new NoticesGateway(door, service as Notices),
    new ChatGateway(door, service as Chat),
  ];
  const handlers: [string, (socket: FakeSocket, body: unknown) => Promise<unknown>][] = [];
  for (const gateway of gateways) {
    const prototype = Object.getPrototypeOf(gateway) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const method = prototype[name];
      if (typeof method !== 'function') continue;
      const event: unknown = Reflect.getMetadata('message', method);
      if (typeof event === 'string')
        handlers.push([event, (socket, body) => method.call(gateway, socket, body)]);
    }
    if ('handleConnection' in gateway) {
      const bound = socketOf();
      gateway.handleConnection(bound as unknown as ClubSocket);
      for (const event of bound.listeners.keys())
        handlers.push([
          event,
          (socket, body) =>
            new Promise((resolve) => {
              gateway.handleConnection(socket as unknown as ClubSocket);
              socket.listeners.get(event)?.(body, resolve);
            }),
        ]);
    }
  }
  return handlers;
}

const newDoor = (witness = { requestAnswered: vi.fn() }) =>
  new Door(new RequestLimits(new RateLimits({ now: () => 0 })), new CoolingOff(), log, witness);

const right: Record<EventName, unknown> = {
  'hall:enter': { game: 'tic-tac-toe' },
  'hall:leave': {},
  'hall:play-now': { game: 'tic-tac-toe' },
  'hall:find': { game: 'tic-tac-toe', number: 1 },
  'table:set': { game: 'tic-tac-toe' },
  'table:conventions': { tableId: 't', conventions: {} },
  'table:cancel': { tableId: 't' },
  'table:look': { tableId: 't' },
  'table:unlook': { tableId: 't' },
  'table:past': { tableId: 't', from: 0 },
  'table:play-here': { tableId: 't' },
  'table:automatic': { tableId: 't', on: true },
  'table:sit': { tableId: 't', seat: 0 },
  'table:stand': { tableId: 't' },
  'table:seat-computer': { tableId: 't', seat: 0, level: 'easy' },
  'table:clear-seat': { tableId: 't', seat: 0 },
  'table:contribute': { tableId: 't', gameId: 'g', contribution: 'ab'.repeat(32) },
  'table:fairness': { tableId: 't' },
  'table:act': { tableId: 't', after: 0, action: {} },
  'table:leave': { tableId: 't' },
  'table:rematch': { tableId: 't' },
  'table:return': { tableId: 't' },
  'chat:say': { room: 'table:t', id: 'line-0001', said: { text: 'hi' } },
  'chat:listen': { room: 'table:t', since: 0 },
  'chat:unlisten': { room: 'table:t' },
  'notice:seen': { id: 'a-notice' },
};
const events = Object.keys(clientToServer) as EventName[];

/** What a visitor may ask for; a new event is for players until it stands here. */
const forVisitors: readonly string[] = [
  'hall:enter',
  'hall:leave',
  'hall:find',
  'table:look',
  'table:unlook',
  'table:fairness',
  'table:past',
  'chat:listen',
  'chat:unlisten',
];

describe('every request goes through the one door', () => {
  test('each event of the contract has exactly one handler, and there are no others', () => {
    const { service } = trap();
    const handled = allHandlers(newDoor(), service).map(([event]) => event);
    expect(handled.sort()).toEqual([...events].sort());
    // The gateway of connections handles no request.
    const names = Object.getOwnPropertyNames(ConnectionGateway.prototype) as [];
    for (const name of names)
      expect(Reflect.getMetadata('message', ConnectionGateway.prototype[name])).toBeUndefined();
  });

  const handlerOf = (event: string, door: Door, service: object) =>
    allHandlers(door, service).find(([name]) => name === event)![1];

  test.each(events)(
    '%s: what is wrong is refused before any service hears of it',
    async (event) => {
      const { reached, service } = trap();
      const handle = handlerOf(event, newDoor(), service);
      for (const body of [undefined, null, 1, 'x', [], { strange: 1 }, { tableId: 'a\0b' }]) {
        const answer = await handle(socketOf({ player: ann }), body);
        expect(answer).toMatchObject({ ok: false, code: 'bad-request' });
      }
      expect(reached).toEqual([]);
    },
  );

  test.each(events)('%s: the socket’s session says who asks', async (event) => {
    const { reached, service } = trap();
    const handle = handlerOf(event, newDoor(), service);
    const asVisitor = await handle(socketOf(), right[event]);
    expect(asVisitor).toMatchObject({
      code: forVisitors.includes(event) ? 'reached' : 'not-signed-in',
    });
    reached.length = 0;
    expect(await handle(socketOf({ player: ann }), right[event])).toMatchObject({ ok: false });
    expect(reached).toHaveLength(1);
  });

  test.each(events)('%s: how often is limited, and counted', async (event) => {
    const { service } = trap();
    const witness = { requestAnswered: vi.fn() };
    const handle = handlerOf(event, newDoor(witness), service);
    const codes = new Set<string>();
    for (let i = 0; i < 700; i++) {
      const answer = (await handle(socketOf({ player: ann }), right[event])) as { code: string };
      codes.add(answer.code);
    }
    expect([...codes]).toEqual(['reached', 'rate-limited']);
    expect(witness.requestAnswered).toHaveBeenCalledTimes(700);
  });
});

describe('answers', () => {
  const ask = (handle: () => never | Promise<never>) =>
    newDoor().anybody('hall:leave', socketOf() as unknown as ClubSocket, {}, handle);

  test('a refusal keeps its code and details', async () => {
    const answer = await ask(() => {
      throw new Refusal('too-late', 'Too late.', { by: 3 });
    });
    expect(answer).toEqual({
      ok: false,
      code: 'too-late',
      message: 'Too late.',
      details: { by: 3 },
    });
  });

  test('a bug says nothing of itself but where to find it', async () => {
    log.error.mockClear();
    const answer = await ask(() => Promise.reject(new TypeError('secret')));
    expect(answer).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    const [logged] = log.error.mock.calls[0] as [{ requestId: string; error: unknown }];
    expect(logged.error).toBeInstanceOf(TypeError);
    expect(answer).toMatchObject({ details: { requestId: logged.requestId } });
  });
});

describe('what is no request', () => {
  function guarded() {
    const witness = { requestAnswered: vi.fn() };
    const socket = socketOf();
    newDoor(witness).guard(socket as unknown as ClubSocket);
    return { witness, socket };
  }

  test('an event that nobody knows is answered', async () => {
    for (const event of ['nothing', '__proto__', 'toString', 42, undefined]) {
      const { socket } = guarded();
      const next = vi.fn();
      const answer = await new Promise((resolve) => socket.guard!([event, {}, resolve], next));
      expect(answer).toMatchObject({ ok: false, code: 'unknown-event' });
      expect(next).not.toHaveBeenCalled();
    }
  });

  test('a message that wants no answer is dropped and counted', () => {
    const { socket, witness } = guarded();
    const next = vi.fn();
    for (const packet of [['table:act', {}], ['table:act'], []]) socket.guard!(packet, next);
    expect(next).not.toHaveBeenCalled();
    expect(witness.requestAnswered.mock.calls).toEqual(
      Array(3).fill(['noise', 'no-acknowledgement']),
    );
  });

  test('one body and an acknowledgement: no less, no more', async () => {
    const { socket } = guarded();
    for (const bodies of [[], [{}, {}]]) {
      const answer = await new Promise((resolve) =>
        socket.guard!(['hall:leave', ...bodies, resolve], vi.fn()),
      );
      expect(answer).toMatchObject({ ok: false, code: 'bad-request' });
    }
    const next = vi.fn();
    socket.guard!(['hall:leave', {}, vi.fn()], next);
    expect(next).toHaveBeenCalledTimes(1);
  });
});
