import { expect, test } from 'vitest';
import { shownName } from './player.js';

test.each([
  [{ firstName: 'Anna', lastName: 'Karenina', hidesLastName: false }, 'Anna Karenina'],
  [{ firstName: 'Anna', lastName: 'Karenina', hidesLastName: true }, 'Anna K.'],
  [{ firstName: 'Анна', lastName: 'Каренина', hidesLastName: true }, 'Анна К.'],
  [{ firstName: 'Plato', lastName: '', hidesLastName: false }, 'Plato'],
  [{ firstName: 'Plato', lastName: '', hidesLastName: true }, 'Plato'],
  [{ firstName: 'Ada', lastName: '𝓛ovelace', hidesLastName: true }, 'Ada 𝓛.'],
])('%o is shown as %s', (player, name) => {
  expect(shownName(player)).toBe(name);
});
