import { expect, test } from 'vitest';
import { settingsFrom, usualSettings } from './settings';

test('what is kept is read; anything else is as usual', () => {
  expect(settingsFrom(null)).toEqual(usualSettings);
  expect(settingsFrom('{"fourColours":true,"sortedHand":false}')).toEqual({
    ...usualSettings,
    fourColours: true,
    sortedHand: false,
  });
  for (const text of ['', '{', 'null', '7', '[]', '{"fourColours":"yes","other":true}']) {
    expect(settingsFrom(text)).toEqual(usualSettings);
  }
});
