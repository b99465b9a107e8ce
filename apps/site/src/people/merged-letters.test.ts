import type { Letter } from '@trellis/wire';
import { expect, test } from 'vitest';
import { merged } from './merged-letters';

const aLetter = (id: string, at: number): Letter => ({
  ...{ id, at, from: 'ann', to: 'bob', said: { text: id } },
});

test('letters stand in order, each once, whatever comes when', () => {
  const [one, two, three] = [aLetter('b', 1), aLetter('a', 2), aLetter('c', 2)];
  expect(merged([two], [one, two])).toEqual([one, two]);
  expect(merged(merged([], [three, one]), [two])).toEqual([one, two, three]);
});
