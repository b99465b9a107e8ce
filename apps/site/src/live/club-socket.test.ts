import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askUntilAnswered, ClubSocket, delayBefore, meetingPlace } from './club-socket';

/** As much of a Socket.IO client as `ClubSocket` uses. */
class FakeWire extends EventEmitter {
  active = true;
  readonly sent: { event: string; answer: (error: unknown, answer?: unknown) => void }[] = [];
  readonly connect = vi.fn();

  timeout() {
    return {
      emit: (
        event: string,
        _payload: unknown,
        answer: (error: unknown, answer?: unknown) => void,
      ) => void this.sent.push({ event, answer }),
    };
  }
}

function aSocket() {
  const wire = new FakeWire();
  const socket = new ClubSocket(wire as unknown as ConstructorParameters<typeof ClubSocket>[0]);
  return { wire, socket };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the state follows the connection, and every arrival counts', () => {
  const { wire, socket } = aSocket();
  const seen: string[] = [];
  socket.watch(() => seen.push(socket.snapshot().connection));
  wire.emit('connect');
  wire.emit('disconnect', 'transport close');
  wire.emit('connect');
  expect(seen).toEqual(['online', 'away', 'online']);
  expect(socket.snapshot().arrivals).toBe(2);
});

test('no answer in time is a refusal, not an exception', async () => {
  const { wire, socket } = aSocket();
  const asked = socket.ask('hall:leave', {});
  wire.sent[0]!.answer(new Error('operation has timed out'));
  expect(await asked).toMatchObject({ ok: false, code: 'no-answer' });
});

test('when the server restarts the page comes back after the time it named', () => {
  const { wire, socket } = aSocket();
  wire.emit('connect');
  wire.emit('server:restarting', { retryMs: 3000 });
  expect(socket.snapshot().restarting).toBe(true);
  wire.emit('disconnect', 'io server disconnect');
  vi.advanceTimersByTime(2999);
  expect(wire.connect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1600); // with jitter
  expect(wire.connect).toHaveBeenCalledOnce();
  wire.emit('connect');
  expect(socket.snapshot()).toMatchObject({ restarting: false, connection: 'online' });
});

test('a page that asked too much stays away for as long as it was told', () => {
  const { wire, socket } = aSocket();
  wire.emit('connect');
  wire.emit('connection:paused', { retryMs: 8000 });
  wire.emit('disconnect', 'io server disconnect');
  expect(socket.snapshot()).toMatchObject({ restarting: false, connection: 'away' });
  vi.advanceTimersByTime(7999);
  expect(wire.connect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(4001); // with jitter
  expect(wire.connect).toHaveBeenCalledOnce();
});

test('after the session has ended the page stays away', () => {
  const { wire, socket } = aSocket();
  wire.emit('connect');
  wire.emit('session:ended', { reason: 'signed-out' });
  wire.emit('disconnect', 'io server disconnect');
  vi.advanceTimersByTime(60_000);
  expect(wire.connect).not.toHaveBeenCalled();
  expect(socket.snapshot()).toMatchObject({ ended: 'signed-out', connection: 'away' });
});

test('a page of somebody whom the club keeps out does not knock again', () => {
  const { wire, socket } = aSocket();
  wire.emit('connect_error', Object.assign(new Error('banned'), { data: { code: 'banned' } }));
  vi.advanceTimersByTime(60_000);
  expect(wire.connect).not.toHaveBeenCalled();
  expect(socket.snapshot()).toMatchObject({ ended: 'banned', connection: 'away' });
});

test('the storage being away and back is known', () => {
  const { wire, socket } = aSocket();
  wire.emit('club:storage', { available: false });
  expect(socket.snapshot()).toMatchObject({ storage: false, awaySince: Date.now() });
  wire.emit('club:storage', { available: true });
  expect(socket.snapshot()).toMatchObject({ storage: true, awaySince: undefined });
});

test('delays begin at 500 ms, double, and end at 5 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(delayBefore)).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

const no = (code: string, details?: Record<string, unknown>) =>
  ({ ok: false, code, message: '', details }) as const;

test('what passes is asked again, what does not is told at once', async () => {
  const ask = vi
    .fn()
    .mockResolvedValueOnce(no('no-answer'))
    .mockResolvedValueOnce(no('rate-limited', { retryMs: 4000 }))
    .mockResolvedValueOnce({ ok: true });
  const asked = askUntilAnswered(ask, () => true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await asked).toEqual({ ok: true });
  expect(ask).toHaveBeenCalledTimes(3);

  const refused = vi.fn().mockResolvedValue(no('no-such-table'));
  expect(await askUntilAnswered(refused, () => true)).toMatchObject({ code: 'no-such-table' });
  expect(refused).toHaveBeenCalledOnce();
});

test('it gives up after the attempts it was given, or when nobody wants the answer any more', async () => {
  const ask = vi.fn().mockResolvedValue(no('no-answer'));
  const asked = askUntilAnswered(ask, () => true, 3);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await asked).toMatchObject({ code: 'no-answer' });
  expect(ask).toHaveBeenCalledTimes(3);

  ask.mockClear();
  await askUntilAnswered(ask, () => false);
  expect(ask).toHaveBeenCalledOnce();
});

test('each handshake names the table that the page is at by then, so that its people meet', () => {
  const at = (pathname: string) => vi.stubGlobal('window', { location: { pathname } });
  at('/tables/tbl-1_x');
  expect({ ...meetingPlace }).toEqual({ table: 'tbl-1_x' });
  at('/halls/preferans');
  expect({ ...meetingPlace }).toEqual({ table: '' });
  vi.unstubAllGlobals();
});
