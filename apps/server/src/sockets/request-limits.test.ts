import { Refusal } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { clubLimits, RateLimits } from '../http/rate-limits.js';
import { RequestLimits } from './request-limits.js';

const ann = () => ({ address: '192.0.2.1', player: { id: 'ann', name: 'Ann' } });

function refused(ask: () => void): Refusal | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function accepted(n: number, ask: () => void): number {
  return Array.from({ length: n }, () => refused(ask)).filter((each) => !each).length;
}

test('an account is limited whatever the number of its sockets, each kind of request apart', () => {
  const limits = new RequestLimits(new RateLimits({ now: () => 0 }));
  const { points } = clubLimits.chat.account;
  expect(accepted(points + 5, () => limits.check('chat:say', ann()))).toBe(points);
  expect(refused(() => limits.check('chat:say', ann()))).toMatchObject({
    code: 'rate-limited',
    details: { retryMs: 1000 },
  });
  expect(accepted(1, () => limits.check('table:act', ann()))).toBe(1);
});

test('who goes on after many refusals is to be closed, who is refused now and then is not', () => {
  let now = 0;
  const limits = new RequestLimits(new RateLimits({ now: () => now }), () => now);
  const socket = ann();
  accepted(clubLimits.chat.account.points + 49, () => limits.check('chat:say', socket));
  expect(limits.isExhausted(socket)).toBe(false);
  accepted(1, () => limits.check('chat:say', socket));
  expect(limits.isExhausted(socket)).toBe(true);

  const patient = ann();
  for (let i = 0; i < 100; i++) {
    now += 1000;
    accepted(3, () => limits.check('chat:say', patient));
  }
  expect(limits.isExhausted(patient)).toBe(false);
});
