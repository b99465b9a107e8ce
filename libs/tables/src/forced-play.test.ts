import { seededRandom } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { ForcedPlay, usualPause } from './forced-play.js';
import { aTable, oneOrTwo } from './testing/one-or-two.js';
import { ManualClock } from './testing/test-club.js';

function atTheTable(random: () => number = () => 0.5) {
  const clock = new ManualClock();
  const present = new Set(['ann', 'bob']);
  const acts: { readonly action: unknown; readonly at: number }[] = [];
  const forced = new ForcedPlay({
    clock,
    chance: { random },
    games: () => oneOrTwo,
    audience: { present: () => present },
    act: (_player, action) => acts.push({ action, at: clock.now() }),
  });
  return { clock, present, acts, forced };
}

/** The seat thinks so long over a choice. */
function thinks({ forced, clock }: ReturnType<typeof atTheTable>, ms: number, seq: number): void {
  const table = aTable(1, clock.now(), seq);
  const at = clock.now() + ms;
  forced.learn(table, [{ seq: seq + 1, at, kind: 'acted', seat: 0, action: 'x' }]);
}

test('only for who asked for it, and only what is forced', async () => {
  const table = atTheTable();
  const { forced, clock, acts } = table;
  forced.wait(aTable(2, clock.now()));
  await clock.pass(20_000);
  expect(acts).toEqual([]);
  forced.prefer('ann', true);
  forced.wait(aTable(3, clock.now()));
  await clock.pass(20_000);
  expect(acts).toEqual([]);
  forced.wait(aTable(4, clock.now()));
  await clock.pass(20_000);
  expect(acts).toMatchObject([{ action: 4 }]);
  forced.prefer('ann', false);
  forced.wait(aTable(6, clock.now()));
  await clock.pass(20_000);
  expect(acts).toHaveLength(1);
});

test('a decision has one pause, however often the table is looked at; another decision ends it', async () => {
  const { forced, clock, acts } = atTheTable();
  forced.prefer('ann', true);
  const since = clock.now();
  for (let look = 0; look < 9; look++) {
    forced.wait(aTable(2, since));
    await clock.pass(50);
  }
  forced.wait(aTable(3, clock.now())); // she was faster herself
  await clock.pass(20_000);
  expect(acts).toEqual([]);
});

test('nothing is played from an empty chair', async () => {
  const { forced, clock, acts, present } = atTheTable();
  forced.prefer('ann', true);
  forced.wait(aTable(2, clock.now()));
  present.delete('ann');
  await clock.pass(20_000);
  expect(acts).toEqual([]);
  forced.wait(aTable(2, clock.now()));
  await clock.pass(20_000);
  expect(acts).toEqual([]);
});

test('pauses over what is forced are spread like those over choices', async () => {
  const random = seededRandom(5);
  const table = atTheTable(random);
  const { forced, clock, acts } = table;
  forced.prefer('ann', true);
  const choices = [1200, 900, 2500, 4100, 1700, 3300, 800, 2100, 1500, 6000, 1100, 1900];
  choices.forEach((ms, at) => thinks(table, ms, 1 + 2 * at));
  const pauses: number[] = [];
  for (let round = 0; round < 300; round++) {
    const since = clock.now();
    forced.wait(aTable(2, since, 1000 + round));
    await clock.pass(20_000);
    pauses.push(acts.at(-1)!.at - since);
  }
  expect(pauses).toHaveLength(300);
  const quartile = (of: readonly number[], part: number) =>
    [...of].sort((a, b) => a - b)[Math.floor(of.length * part)]!;
  for (const part of [0.25, 0.5, 0.75]) {
    const ratio = quartile(pauses, part) / quartile(choices, part);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.33);
  }
});

test('a pause leaves two thirds of the clock', async () => {
  const { forced, clock, acts } = atTheTable();
  forced.prefer('ann', true);
  const since = clock.now();
  // Of a minute 58.5 s are gone.
  const table = aTable(2, since - 58_500);
  forced.wait(table);
  await clock.pass(500);
  expect(acts).toHaveLength(1);
});

test('before enough choices are known, pauses are those of people', () => {
  const random = seededRandom(1);
  const pauses = Array.from({ length: 1000 }, () => usualPause(random)).sort((a, b) => a - b);
  expect(pauses[500]).toBeGreaterThan(1400);
  expect(pauses[500]).toBeLessThan(2000);
  expect(pauses[0]).toBeGreaterThan(100);
  expect(pauses[900]).toBeGreaterThan(3000);
  expect(pauses.at(-1)).toBeLessThanOrEqual(12_000);
});
