import { expect, test } from 'vitest';
import { minuteOf, timeOf } from './quiet-times';

test('minutes of the day are told as a time, and back', () => {
  for (const [minute, time] of [
    [0, '00:00'],
    [7 * 60 + 5, '07:05'],
    [23 * 60 + 59, '23:59'],
  ] as const)
    expect([timeOf(minute), minuteOf(time)]).toEqual([time, minute]);
});

test('a field that is empty or half filled tells no time', () => {
  for (const text of ['', '7', '7:', '24:00', '12:60', 'noon'])
    expect(minuteOf(text)).toBeUndefined();
});
