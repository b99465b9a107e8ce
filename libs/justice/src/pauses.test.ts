import { expect, test } from 'vitest';
import { Pauses, type Pause } from './pauses.js';

const pause = (kind: Pause['kind'], until: number, reason = 'x'): Pause => ({
  ...{ kind, until, reason },
});

test('refuses until the end, says why, and ends by itself', () => {
  let now = 1_000;
  const pauses = new Pauses(() => now);
  pauses.learn('ann', [pause('chat-pause', 2_000, 'Words')]);
  expect(() => pauses.mustMayTalk('ann')).toThrow(
    expect.objectContaining({ code: 'chat-paused', details: { reason: 'Words', until: 2_000 } }),
  );
  pauses.mustMayRate('ann');
  pauses.mustMayTalk('bob');
  now = 2_000;
  pauses.mustMayTalk('ann');
});

test('of two of a kind the one that ends last holds', () => {
  const pauses = new Pauses(() => 0);
  pauses.learn('ann', [pause('rated-pause', 5), pause('rated-pause', 9), pause('chat-pause', 3)]);
  expect(pauses.of('ann').map(({ until }) => until)).toEqual([3, 9]);
});

test('a program is paused with its owner', () => {
  const pauses = new Pauses(() => 0);
  pauses.ownedBy('ann', 'bot');
  pauses.learn('ann', [pause('rated-pause', 5)]);
  expect(() => pauses.mustMayRate('bot')).toThrow(/without rating/);
  expect(pauses.accountsOf('ann')).toEqual(['ann', 'bot']);
});

test('who has been told of everybody forgets the others, and tells changes once', () => {
  const pauses = new Pauses(() => 0);
  const told: string[] = [];
  pauses.onChanged((player, now) => told.push(`${player} ${now.length}`));
  const rows = [pause('chat-pause', 5)];
  pauses.learn('ann', rows);
  pauses.learn('ann', [...rows]);
  pauses.learnAll(new Map([['bob', rows]]));
  expect(told).toEqual(['ann 1', 'ann 0', 'bob 1']);
  pauses.mustMayTalk('ann');
});
