import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clubLimits, RateLimits } from '../http/rate-limits.js';
import { Arrivals } from './arrivals.js';
import { ConnectionLimits, mostConnectionsOfAddress } from './connection-limits.js';
import { CoolingOff } from './cooling-off.js';
import { atOnce } from './turnstile.js';

interface Comes {
  readonly address?: string;
  readonly account?: string;
  readonly token?: string;
  readonly foreign?: boolean;
}

/** As much of a request as arrivals look at. */
function coming({ token, ...who }: Comes = {}) {
  const socket = Object.assign(new EventEmitter(), { destroyed: false, remotePort: 5000 });
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return { who, headers, socket } as unknown as IncomingMessage & {
    who: Comes;
    socket: typeof socket;
  };
}

function atTheDoor() {
  const limits = new ConnectionLimits();
  const coolingOff = new CoolingOff(() => 0);
  const whoOf = (request: IncomingMessage) => (request as unknown as { who: Comes }).who;
  const handshake = {
    allows: (request: IncomingMessage) => !whoOf(request).foreign,
    addressOf: (request: IncomingMessage) => whoOf(request).address ?? '192.0.2.1',
    seems: (request: IncomingMessage) => ({ account: whoOf(request).account }),
  };
  const arrivals = new Arrivals(handshake, limits, new RateLimits({ now: () => 0 }), coolingOff);
  return { limits, coolingOff, arrivals };
}

test('whoever nothing speaks against may connect, a page of another site may not', async () => {
  const { arrivals } = atTheDoor();
  expect(await arrivals.refuses(coming({ account: 'ann' }))).toBeUndefined();
  expect(await arrivals.refuses(coming({ foreign: true }))).toBe('cross-site');
});

test('who cools off reads for how long; a program is asked when its token is read', async () => {
  const { arrivals, coolingOff } = atTheDoor();
  coolingOff.begin({ account: 'ann', address: '192.0.2.1' });
  expect(await arrivals.refuses(coming({ account: 'ann' }))).toBe('cooling-off: 1000 ms');
  expect(await arrivals.refuses(coming({ account: 'bob' }))).toBeUndefined();
  expect(await arrivals.refuses(coming({ token: 'trl_x' }))).toBeUndefined();
  const ann = { player: { id: 'ann', name: 'Ann' }, address: '192.0.2.9' };
  expect(arrivals.coolsOff(ann)).toBe(1000);
});

test('an account may connect so often and no more, its neighbours still may', async () => {
  const { arrivals } = atTheDoor();
  const { points } = clubLimits.connect.account;
  const often = await Promise.all(
    Array.from({ length: points + 1 }, () => arrivals.refuses(coming({ account: 'ann' }))),
  );
  expect(often.filter((reason) => reason === 'rate-limited')).toHaveLength(1);
  expect(await arrivals.refuses(coming({ account: 'bob' }))).toBeUndefined();
});

test('who waits counts: one address cannot fill the queue', async () => {
  const { arrivals } = atTheDoor();
  const all = Array.from({ length: mostConnectionsOfAddress + atOnce + 5 }, () =>
    arrivals.refuses(coming()),
  );
  // Those beyond what one address may have hear so before the others have had their turn.
  const first = await Promise.race(all.slice(-5));
  expect(first).toBe('too-many-connections');
  arrivals.close();
  await Promise.all(all);
});

test('an error of a connection that waits is nobody’s, and who has gone is not let in', async () => {
  const { arrivals } = atTheDoor();
  const all = Array.from({ length: atOnce }, () => arrivals.refuses(coming()));
  const late = coming();
  const refused = arrivals.refuses(late);
  late.socket.emit('error', new Error('ECONNRESET'));
  late.socket.destroyed = true;
  await Promise.all(all);
  expect(await refused).toBe('too-many-connections');
  expect(late.socket.listenerCount('error')).toBe(0);
});
