import { seededRandom, type Tally } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { preferans } from './game.js';
import type { Outcome } from './outcome.js';
import { newPool, writeAll } from './pool.js';
import type { State } from './state.js';
import { tallies } from './tallies.js';

const conventions = preferansConventions();

function after(...outcomes: Outcome[]): readonly (readonly Tally[])[] {
  const start = newPool(conventions, 0);
  const pool = writeAll(start, outcomes, conventions).at(-1)?.pool ?? start;
  return tallies({ conventions, pool });
}

const line = (list: readonly Tally[], of: string) => list.find((tally) => tally.of === of);

test('a made six of spades: the declarer and his contract, both whisters', () => {
  const [eldest, declarer, youngest] = after({
    type: 'game',
    declarer: 1,
    contract: '6S',
    defence: [
      [2, 'whist'],
      [0, 'whist'],
    ],
    tricks: [2, 6, 2],
  });
  expect(line(declarer!, 'declarer')).toMatchObject({ times: 1, made: 1 });
  expect(line(declarer!, '6S')).toEqual({ ...line(declarer!, 'declarer'), of: '6S' });
  expect(line(eldest!, 'whister')).toMatchObject({ times: 1, made: 1 });
  expect(line(youngest!, 'whister')).toMatchObject({ times: 1, made: 1 });
});

test('one who fails fails, and whoever whisted with him does not', () => {
  const [first, declarer] = after({
    type: 'game',
    declarer: 1,
    contract: '7H',
    defence: [
      [2, 'pass'],
      [0, 'whist'],
    ],
    tricks: [5, 5, 0],
  });
  expect(line(declarer!, '7H')).toMatchObject({ times: 1, made: 0 });
  expect(line(declarer!, '7H')!.points).toBeLessThan(0);
  expect(line(first!, 'whister')).toMatchObject({ times: 1, made: 1 });
});

test('a whister without his tricks has failed', () => {
  const [first] = after({
    type: 'game',
    declarer: 1,
    contract: '6S',
    defence: [
      [2, 'pass'],
      [0, 'whist'],
    ],
    tricks: [1, 9, 0],
  });
  expect(line(first!, 'whister')).toMatchObject({ times: 1, made: 0 });
});

test('misère, raspasy and a conceded game', () => {
  const [first, second, third] = after(
    { type: 'misere', declarer: 0, tricks: [0, 5, 5] },
    { type: 'raspasy', tricks: [1, 4, 5] },
    { type: 'concede', declarer: 2, bid: '6S' },
  );
  expect(line(first!, 'misere')).toMatchObject({ times: 1, made: 1 });
  expect(line(first!, 'raspasy')).toMatchObject({ times: 1, made: 1 });
  expect(line(second!, 'raspasy')).toMatchObject({ times: 1, made: 0 });
  expect(line(third!, 'declarer')).toMatchObject({ times: 1, made: 0 });
});

test('nothing was dealt: nothing to tell', () => {
  expect(tallies({ conventions })).toEqual([[], [], []]);
  expect(after()).toEqual([[], [], []]);
});

test('of random pools nobody succeeds more often than he tries, and every declaring is counted once', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const random = seededRandom(seed);
    let state: State = preferans.start(
      preferansConventions({ maxDeals: 6, players: 3 + (seed % 2) }),
    );
    while (!preferans.result(state)) {
      const length = preferans.awaitsShuffle!(state);
      if (length !== undefined) {
        const order = Array.from({ length }, (_, at) => at).sort(() => random() - 0.5);
        state = preferans.shuffled!(state, order);
        continue;
      }
      const [seat] = preferans.toAct(state);
      const legal = preferans.legalActions(state, seat!);
      state = preferans.apply(state, seat!, legal[Math.floor(random() * legal.length)]!);
    }
    const found = tallies(state);
    for (const { times, made } of found.flat()) expect(made).toBeLessThanOrEqual(times);
    const declared = state.pool!.outcomes.filter(({ type }) => type !== 'raspasy').length;
    const counted = found.flat().filter(({ of }) => of === 'declarer');
    expect(counted.reduce((sum, { times }) => sum + times, 0)).toBe(declared);
  }
});
