import { expect, test } from 'vitest';
import { endingOf } from './ending-of.js';
import type { Entry } from './entry.js';
import { freeTable } from './evolve.js';
import type { Occupant } from './table.js';
import { games } from './testing/test-club.js';

const person = (player: string): Occupant => ({ kind: 'player', player });
const house: Occupant = { kind: 'computer', level: 'bold' };

/** The end of a game with these people and conventions, after an earlier game at the same table. */
function ending(seats: readonly Occupant[], conventions: object = {}) {
  const entries = [
    { kind: 'started', seq: 1, at: 1, gameId: 'before', present: [] },
    { kind: 'acted', seq: 2, at: 2, seat: 0, action: { say: 'fold' } },
    { kind: 'started', seq: 5, at: 5, gameId: 'now', present: [] },
    { kind: 'acted', seq: 6, at: 6, seat: 1, action: { say: 'show' } },
  ] as unknown as Entry[];
  const finished = {
    kind: 'finished',
    ...{
      seq: 7,
      at: 7,
      gameId: 'now',
      game: 'high-card',
      rulesVersion: 1,
      number: 1,
      startedAt: 5,
    },
    ...{ conventions: { rated: true, ...conventions }, seats, result: { places: [1, 2] } },
  } as unknown as Entry;
  return endingOf(freeTable('table'), entries, [finished], games);
}

test('a game of people is rated when its table agreed to that', () => {
  expect(ending([person('ann'), person('bob')]).rated).toBe(true);
  expect(ending([person('ann'), person('bob')], { rated: false }).rated).toBe(false);
});

test('with a computer at the table it is rated only when all agreed to that too, and two people played', () => {
  const two = [person('ann'), house, person('bob')];
  expect(ending(two).rated).toBe(false);
  expect(ending(two, { ratedWithHouse: true }).rated).toBe(true);
  expect(ending(two, { ratedWithHouse: true, rated: false }).rated).toBe(false);
  expect(ending([person('ann'), house], { ratedWithHouse: true }).rated).toBe(false);
});

test('the steps are those of this game alone', () => {
  expect(ending([person('ann'), person('bob')]).steps).toEqual([
    { kind: 'acted', seat: 1, action: { say: 'show' }, at: 6 },
  ]);
});
