import { Refusal } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { RequestLimits } from './request-limits.js';

const ann = () => ({
  address: '192.0.2.1',
  session: { sessionId: 's', player: { id: 'ann', name: 'Ann' } },
});

function refused(ask: () => void): Refusal | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function times(n: number, ask: () => void): number {
  return Array.from({ length: n }, () => refused(ask)).filter((each) => !each).length;
}

test('an account is limited whatever the number of its sockets; the answer names the wait', () => {
  const limits = new RequestLimits(() => 0);
  expect(times(20, () => limits.check('chat:say', ann()))).toBe(8);
  expect(refused(() => limits.check('chat:say', ann()))).toMatchObject({
    code: 'rate-limited',
    details: { retryMs: 1000 },
  });
  expect(times(1, () => limits.check('table:act', ann()))).toBe(1);
});

test('an address is limited however many accounts it has, this machine is not', () => {
  const limits = new RequestLimits(() => 0);
  const somebody = (address: string) => {
    let n = 0;
    return () =>
      limits.check('chat:say', {
        address,
        session: { sessionId: 's', player: { id: `player-${n++}`, name: 'x' } },
      });
  };
  expect(times(300, somebody('192.0.2.1'))).toBe(160);
  expect(times(300, somebody('::ffff:127.0.0.1'))).toBe(300);
});

test('who goes on after many refusals is to be closed', () => {
  let now = 0;
  const limits = new RequestLimits(() => now);
  const socket = ann();
  times(57, () => limits.check('chat:say', socket));
  expect(limits.isExhausted(socket)).toBe(false);
  times(1, () => limits.check('chat:say', socket));
  expect(limits.isExhausted(socket)).toBe(true);

  const patient = ann();
  for (let i = 0; i < 100; i++) {
    now += 500;
    times(2, () => limits.check('chat:say', patient));
  }
  expect(limits.isExhausted(patient)).toBe(false);
});
