import { expect, test } from 'vitest';
import { judge } from './random-pair.js';

const step = (cell: number) => ({ kind: 'acted', seat: 0, action: { cell }, at: 1 }) as const;
const told = (outcome: 'acknowledged' | 'refused' | 'unanswered') => [
  { gameId: 'g', seat: 0, action: { cell: 4 }, outcome },
];
const kept = (...cells: number[]) => new Map([['g', { steps: cells.map(step) }]]);

test.each([
  ['acknowledged and there', told('acknowledged'), kept(1, 4), 0],
  ['acknowledged and lost', told('acknowledged'), kept(1), 1],
  ['acknowledged, and the whole game is lost', told('acknowledged'), new Map(), 1],
  ['acknowledged and doubled', told('acknowledged'), kept(4, 4), 1],
  ['unanswered and there', told('unanswered'), kept(4), 0],
  ['unanswered and absent', told('unanswered'), kept(), 0],
  ['unanswered and doubled', told('unanswered'), kept(4, 4), 1],
])('%s', (_, saying, records, complaints) => {
  expect(judge(saying, records)).toHaveLength(complaints);
});
