import { describe, expect, test } from 'vitest';
import { noticeChannels, noticeKinds } from './notice.js';
import { isTimeZone, isWithin, usualWishes, wants, wholeMatrix } from './wishes.js';

const at = (text: string) => Date.parse(text);
const night = { from: 22 * 60, to: 7 * 60 };

describe('quiet hours', () => {
  test.each([
    ['2026-01-15T21:59:00Z', false],
    ['2026-01-15T22:00:00Z', true],
    ['2026-01-16T03:00:00Z', true],
    ['2026-01-16T06:59:59Z', true],
    ['2026-01-16T07:00:00Z', false],
  ])('over midnight: %s is quiet: %s', (moment, quiet) => {
    expect(isWithin(night, 'UTC', at(moment))).toBe(quiet);
  });

  test.each([
    ['12:59', false],
    ['13:00', true],
    ['14:59', true],
    ['15:00', false],
    ['00:00', false],
  ])('within a day: %s is quiet: %s', (time, quiet) => {
    const siesta = { from: 13 * 60, to: 15 * 60 };
    expect(isWithin(siesta, 'UTC', at(`2026-01-15T${time}:00Z`))).toBe(quiet);
  });

  test.each([
    ['Europe/Moscow', '2026-01-15T19:00:00Z', true],
    ['America/Mexico_City', '2026-01-15T19:00:00Z', false],
    ['America/Mexico_City', '2026-01-16T04:00:00Z', true],
    ['Asia/Kolkata', '2026-01-15T16:29:00Z', false],
    ['Asia/Kolkata', '2026-01-15T16:30:00Z', true],
  ])('by the clocks of %s: %s is quiet: %s', (zone, moment, quiet) => {
    expect(isWithin(night, zone, at(moment))).toBe(quiet);
  });

  test('they follow the clocks when these are changed', () => {
    // Madrid is an hour ahead in winter and two in summer; in the night of 29 March 2026 the hour from 2 to 3 is left out.
    expect(isWithin(night, 'Europe/Madrid', at('2026-03-28T06:30:00Z'))).toBe(false);
    expect(isWithin(night, 'Europe/Madrid', at('2026-03-28T05:59:00Z'))).toBe(true);
    expect(isWithin(night, 'Europe/Madrid', at('2026-03-29T04:59:00Z'))).toBe(true);
    expect(isWithin(night, 'Europe/Madrid', at('2026-03-29T05:00:00Z'))).toBe(false);
    const leftOut = { from: 2 * 60, to: 3 * 60 };
    for (let minute = 0; minute < 6 * 60; minute++)
      expect(isWithin(leftOut, 'Europe/Madrid', at('2026-03-28T23:00:00Z') + minute * 60_000)).toBe(
        false,
      );
    // In the night of 25 October it comes twice.
    const twice = Array.from({ length: 6 * 60 }, (_, minute) =>
      isWithin(leftOut, 'Europe/Madrid', at('2026-10-24T22:00:00Z') + minute * 60_000),
    );
    expect(twice.filter(Boolean)).toHaveLength(120);
  });
});

test('a channel is wanted where the matrix says so', () => {
  const wishes = { ...usualWishes, matrix: { ...usualWishes.matrix, letter: ['system'] as const } };
  expect(noticeChannels.filter((channel) => wants(wishes, 'letter', channel, 0))).toEqual([
    'system',
  ]);
  expect(noticeChannels.filter((channel) => wants(wishes, 'reply', channel, 0))).toEqual(['page']);
  expect(noticeChannels.filter((channel) => wants(wishes, 'your-turn', channel, 0))).toEqual([
    ...noticeChannels,
  ]);
});

test('in quiet hours only the page is left', () => {
  const wishes = { ...usualWishes, quiet: night };
  const midnight = at('2026-01-15T00:00:00Z');
  for (const kind of noticeKinds)
    expect(noticeChannels.filter((channel) => wants(wishes, kind, channel, midnight))).toEqual([
      'page',
    ]);
});

test('a matrix with a kind left out has what is usual of it', () => {
  expect(wholeMatrix({ reply: [], letter: ['push'] })).toEqual({
    ...usualWishes.matrix,
    ...{ reply: [], letter: ['push'] },
  });
});

test('names of zones', () => {
  expect(['UTC', 'Europe/Moscow', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['', 'Moscow', 'Europe/Nowhere', '../etc'].some(isTimeZone)).toBe(false);
});
