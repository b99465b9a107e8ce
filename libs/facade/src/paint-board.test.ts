import { expect, test } from 'vitest';
import { ClubMemory } from './club-memory.js';
import { PaintBoard, paintLeadersKept } from './paint-board.js';
import type { PaintRound, PlayerCard } from './public-club.js';

const ann = { id: 'ann', name: 'Ann' };

function aRound(id: string, at: number, ...cells: [PlayerCard | null, number][]): PaintRound {
  const results = cells.map(([player, count]) => ({
    ...{ player, symbol: 'K', cells: count, place: 1 },
  }));
  return { id, finishedAt: at, results };
}

const rounds = [
  aRound('one', 1, [ann, 50], [null, 40]),
  aRound('two', 2, [ann, 70], [null, 40], [null, 30]),
  aRound('three', 3, [ann, 70], [null, 0]),
];
const lines = (board: PaintBoard) =>
  board.rows().map(({ round, player, cells }) => [round, player?.name ?? 'visitor', cells]);

test('a player’s best round, each of a visitor, and nobody without a cell', () => {
  const board = new PaintBoard();
  for (const round of rounds) board.add(round);
  expect(lines(board)).toEqual([
    ['two', 'Ann', 70],
    ['two', 'visitor', 40],
    ['one', 'visitor', 40],
    ['two', 'visitor', 30],
  ]);
});

test('the order of arrival does not matter, nor that a round comes twice', () => {
  const there = new PaintBoard();
  for (const round of rounds) there.add(round);
  const back = new PaintBoard();
  for (const round of [...rounds.toReversed(), ...rounds]) back.add(round);
  expect(lines(back)).toEqual(lines(there));
});

test('it keeps the best', () => {
  const board = new PaintBoard();
  for (let i = 0; i < paintLeadersKept + 20; i++) board.add(aRound(`${i}`, i, [null, 1 + i]));
  expect(board.rows()).toHaveLength(paintLeadersKept);
  expect(board.rows().at(-1)?.cells).toBe(21);
});

test('memory shows the name that a painter shows now, and hands the board on', () => {
  const memory = new ClubMemory(() => 'own');
  for (const round of rounds) memory.apply({ kind: 'paint-finished', round });
  memory.apply({ kind: 'player-renamed', player: { id: 'ann', name: 'Ann A.' }, at: 9 });
  const copy = new ClubMemory(() => 'own');
  copy.load(memory.snapshot());
  for (const each of [memory, copy]) expect(each.painters()[0]?.player?.name).toBe('Ann A.');
  expect(copy.painters()).toEqual(memory.painters());
});
