import { describe, expect, test } from 'vitest';
import { ladder, type Bid } from '@trellis/games/preferans/rules';
import { contractRows, isAskedTwice, ladderRows } from './ladder-rows';
import { missingIn, restAmong, restTo, stepped } from './split-of-tricks';

describe('ladder', () => {
  test('read row by row it is the ladder of the rules', () => {
    expect(ladderRows(true).flat()).toEqual(ladder);
    expect(ladderRows(false).flat()).toEqual(ladder.filter((bid) => bid !== 'MB' && bid !== '9B'));
  });

  test('contracts: only rows in which something may be named', () => {
    expect(contractRows(['8H', '8N', '9S'])).toHaveLength(2);
    expect(contractRows(['M'])).toEqual([]);
  });

  test('misère and a jump over a level are asked twice', () => {
    const legal = ladder.filter((bid) => bid !== 'MB' && bid !== '9B') as Bid[];
    expect(isAskedTwice('6S', legal)).toBe(false);
    expect(isAskedTwice('6N', legal)).toBe(false);
    expect(isAskedTwice('7S', legal)).toBe(true);
    expect(isAskedTwice('M', legal)).toBe(true);
    expect(isAskedTwice('10N', ['10N'])).toBe(false);
  });
});

describe('split of the tricks', () => {
  const taken = [3, 1, 2];

  test('the rest are mine', () => {
    expect(restTo(taken, 0)).toEqual([7, 1, 2]);
    expect(missingIn(restTo(taken, 0))).toBe(0);
  });

  test('the rest are yours: to one, or in turn', () => {
    expect(restAmong(taken, [0])).toEqual([7, 1, 2]);
    expect(restAmong(taken, [1, 2])).toEqual([3, 3, 4]);
  });

  test('nobody gets fewer than he has, and not more than ten are given out', () => {
    expect(stepped(taken, taken, 0, -1)).toBeUndefined();
    expect(stepped(taken, taken, 0, 1)).toEqual([4, 1, 2]);
    expect(stepped([7, 1, 2], taken, 1, 1)).toBeUndefined();
    expect(stepped([7, 1, 2], taken, 0, -1)).toEqual([6, 1, 2]);
  });
});
