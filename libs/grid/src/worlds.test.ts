import { describe, expect, test } from 'vitest';
import { step, symbols, randomSymbol, randomCell } from './walker.js';
import { Worlds, type Happening } from './worlds.js';

const ann = { userId: 'ann', symbol: 'B' };
const bob = { userId: 'bob', symbol: 'B' };

describe('walkers', () => {
  test('G3: a step goes one cell, and the edges stop it', () => {
    expect(step([5, 5], 'up')).toEqual([5, 4]);
    expect(step([5, 5], 'down')).toEqual([5, 6]);
    expect(step([5, 5], 'left')).toEqual([4, 5]);
    expect(step([5, 5], 'right')).toEqual([6, 5]);
    for (const direction of ['up', 'left']) expect(step([1, 1], direction)).toEqual([1, 1]);
    for (const direction of ['down', 'right']) expect(step([20, 10], direction)).toEqual([20, 10]);
    for (const nothing of ['Up', '', 7, null, undefined, {}, 'constructor'])
      expect(step([5, 5], nothing)).toEqual([5, 5]);
  });

  test('G1, G2: symbols are upper-case consonants, and cells are on the board', () => {
    expect(symbols).toMatch(/^[A-Z]{21}$/);
    expect(symbols).not.toMatch(/[AEIOU]/);
    for (const at of [0, 0.5, 0.999999]) {
      expect(symbols).toContain(randomSymbol(() => at));
      const [x, y] = randomCell(() => at);
      expect([x >= 1 && x <= 20, y >= 1 && y <= 10]).toEqual([true, true]);
    }
  });
});

describe('worlds', () => {
  const made = () => {
    const happened: Happening[] = [];
    return {
      worlds: new Worlds(
        (each) => happened.push(each),
        () => 0,
      ),
      happened,
    };
  };

  test('a step of somebody who is nowhere is ignored', () => {
    const { worlds, happened } = made();
    expect(worlds.move('ann', 'up')).toBe(false);
    worlds.enter('', ann);
    worlds.leave('ann');
    expect(worlds.move('ann', 'up')).toBe(false);
    worlds.leave('ann');
    expect(happened.map(({ kind }) => kind)).toEqual(['came', 'left']);
  });

  test('G4: whoever enters another room leaves the one he is in', () => {
    const { worlds, happened } = made();
    for (const walker of [ann, bob]) worlds.enter('', walker);
    worlds.enter('garden', ann);
    expect([worlds.count(''), worlds.count('garden'), worlds.roomOf('ann')]).toEqual([
      1,
      1,
      'garden',
    ]);
    expect(happened.slice(2).map(({ kind, room }) => [kind, room])).toEqual([
      ['left', ''],
      ['came', 'garden'],
    ]);
  });

  test('the same happenings make the same worlds, and late ones change nothing', () => {
    const { worlds, happened } = made();
    worlds.enter('', ann);
    worlds.enter('garden', bob);
    worlds.move('ann', 'down');
    worlds.enter('garden', ann);
    worlds.move('ann', 'right');
    const copy = new Worlds(
      () => undefined,
      () => 0,
    );
    for (const each of happened) copy.apply(each);
    expect(copy.in('garden')).toEqual(worlds.in('garden'));
    copy.apply({ kind: 'moved', room: '', userId: 'ann', pos: [9, 9] });
    copy.apply({ kind: 'left', room: '', userId: 'ann' });
    expect(copy.in('garden')).toEqual(worlds.in('garden'));
    expect(copy.count('')).toBe(0);
  });
});
