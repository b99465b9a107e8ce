import { Refusal } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { clientAddress, household } from './client-address.js';
import { clubLimits, RateLimits } from './rate-limits.js';
import { TokenBuckets } from './token-buckets.js';

function aClock(at = 1_000_000) {
  const now = () => at;
  return Object.assign(now, { pass: (ms: number) => void (at += ms) });
}

const limits = {
  ...clubLimits,
  chat: { account: { points: 2, seconds: 4 }, address: { points: 3, seconds: 6 } },
};

test('an account may so much at once and then steadily; it is told how long to wait', () => {
  const now = aClock();
  const rates = new RateLimits({ limits, now });
  const take = () => rates.takeNow('chat', { account: 'ann', address: '127.0.0.1' });
  take();
  take();
  expect(take).toThrow(
    expect.objectContaining({ code: 'rate-limited', details: { retryMs: 2000 } }) as Error,
  );
  now.pass(1999);
  expect(take).toThrow(Refusal);
  now.pass(1);
  expect(take).not.toThrow();
});

test('accounts, kinds and addresses are counted apart', () => {
  const rates = new RateLimits({ limits, now: aClock() });
  const chat = (account: string, address: string) => () =>
    rates.takeNow('chat', { account, address });
  for (const account of ['a', 'a', 'b']) chat(account, '192.0.2.1')();
  expect(chat('c', '192.0.2.1')).toThrow(Refusal); // the household has had its three
  expect(chat('c', '192.0.2.2')).not.toThrow();
  expect(() => rates.takeNow('play', { account: 'a', address: '192.0.2.1' })).not.toThrow();
});

test('a loopback address names nobody', () => {
  const rates = new RateLimits({ limits, now: aClock() });
  for (let i = 0; i < 10; i++) rates.takeNow('chat', { address: '127.0.0.1' });
  expect(() => rates.takeNow('chat', { address: '::1' })).not.toThrow();
});

test('without Redis waiting for the answer costs no more', async () => {
  const rates = new RateLimits({ limits, now: aClock() });
  const keys = { account: 'ann', address: '127.0.0.1' };
  await rates.take('chat', keys);
  await rates.take('chat', keys);
  await expect(rates.take('chat', keys)).rejects.toMatchObject({ code: 'rate-limited' });
});

test('full buckets are forgotten', () => {
  const now = aClock();
  const buckets = new TokenBuckets(now);
  for (let i = 0; i < 100; i++) buckets.take(`key ${i}`, { points: 10, seconds: 10 });
  expect(buckets.size).toBe(100);
  now.pass(61_000);
  buckets.take('another', { points: 10, seconds: 10 });
  expect(buckets.size).toBe(1);
});

test('a clock that is set back takes nothing away', () => {
  const now = aClock();
  const buckets = new TokenBuckets(now);
  const limit = { points: 2, seconds: 2 };
  buckets.take('key', limit);
  now.pass(-3_600_000);
  expect(buckets.take('key', limit)).toBe(0);
});

test.each([
  [0, '203.0.113.9', '198.51.100.1'],
  [1, '203.0.113.9', '203.0.113.9'],
  [1, '6.6.6.6, 203.0.113.9', '203.0.113.9'],
  [2, '6.6.6.6, 203.0.113.9, 10.0.0.1', '203.0.113.9'],
  [2, '203.0.113.9', '203.0.113.9'],
  [1, 'nonsense', '198.51.100.1'],
  [1, undefined, '198.51.100.1'],
  [1, '::ffff:203.0.113.9', '203.0.113.9'],
])('W10: with %i proxies X-Forwarded-For %j means %s', (hops, forwarded, address) => {
  const request = {
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '::ffff:198.51.100.1' },
  };
  expect(clientAddress(request, hops)).toBe(address);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the household of %s is %s', (address, expected) => {
  expect(household(address)).toBe(expected);
});
