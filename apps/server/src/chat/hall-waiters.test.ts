import { beforeEach, expect, test } from 'vitest';
import { HallWaiters, mostWaiting } from './hall-waiters.js';

let waiters: HallWaiters;
const listens = new AbortController().signal;
beforeEach(() => {
  waiters = new HallWaiters();
});

test('wakes who waits for this room, and nobody else', async () => {
  const woken: string[] = [];
  for (const room of ['a', 'a', 'b'])
    void waiters.wait(room, '192.0.2.1', 60_000, listens).then(() => woken.push(room));
  waiters.wake('a');
  await expect.poll(() => woken).toEqual(['a', 'a']);
  expect(waiters.size).toBe(1);
});

test('gives up when its time is over or nobody listens any more', async () => {
  await waiters.wait('a', '192.0.2.1', 1, listens);
  const gone = new AbortController();
  const waiting = waiters.wait('a', '192.0.2.1', 60_000, gone.signal);
  gone.abort();
  await waiting;
  expect(waiters.size).toBe(0);
});

test('refuses too many of one address, and lets in again whom there is room for', async () => {
  const gone = Array.from({ length: mostWaiting.address }, () => new AbortController());
  for (const { signal } of gone) void waiters.wait('a', '192.0.2.1', 60_000, signal);
  expect(() => waiters.wait('a', '192.0.2.1', 1, listens)).toThrow('wait already');
  void waiters.wait('a', '192.0.2.2', 60_000, listens);
  void waiters.wait('a', '127.0.0.1', 60_000, listens);
  gone[0]!.abort();
  await waiters.wait('a', '192.0.2.1', 1, listens);
});

test('nobody waits once it is closed', async () => {
  const waiting = waiters.wait('a', '192.0.2.1', 60_000, listens);
  waiters.close();
  await waiting;
  await waiters.wait('a', '192.0.2.1', 60_000, listens);
});
