import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSeasonOrder, seasonOf } from './season.js';

test('a season is a quarter of the year', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2399-12-31'), noInvalidDate: true }),
      (date) => {
        const quarter = Math.floor(date.getUTCMonth() / 3) + 1;
        expect(seasonOf(date.getTime())).toBe(`${date.getUTCFullYear()}-${quarter}`);
      },
    ),
  );
});

test('the newest season stands first', () => {
  expect(['2026-4', '2027-1', '2026-10', '999-1'].sort(inSeasonOrder)).toEqual([
    '2027-1',
    '2026-10',
    '2026-4',
    '999-1',
  ]);
});
