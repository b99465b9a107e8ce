import type { ChatLine } from '@trellis/wire';
import { expect, test } from 'vitest';
import { lastSeq, mergeLines, missesBefore, unreadBy } from './chat-lines';

const line = (seq: number, id = `line-${seq}`, player = 'ann'): ChatLine => ({
  seq,
  id,
  at: seq,
  player: { id: player, name: player },
  said: { text: String(seq) },
});
const seqs = (lines: readonly ChatLine[]) => lines.map(({ seq }) => seq);

test('lines stand in order, whatever the order of arrival', () => {
  expect(seqs(mergeLines([line(3)], [line(2), line(4)]))).toEqual([2, 3, 4]);
});

test('a line that comes twice stands once', () => {
  const known = [line(1), line(2)];
  expect(mergeLines(known, [line(2)])).toBe(known);
  expect(seqs(mergeLines([], [line(1), line(1)]))).toEqual([1]);
});

test('two people may have made the same id', () => {
  expect(mergeLines([line(1, 'same-id-1', 'ann')], [line(2, 'same-id-1', 'bob')])).toHaveLength(2);
});

test('only the newest 200 are kept', () => {
  const many = Array.from({ length: 205 }, (_, i) => line(i + 1));
  const kept = mergeLines([], many);
  expect(kept).toHaveLength(200);
  expect(kept[0]?.seq).toBe(6);
  expect(lastSeq(kept)).toBe(205);
});

test('a line that jumps ahead tells that some were lost', () => {
  expect(missesBefore([line(1)], line(2))).toBe(false);
  expect(missesBefore([line(1)], line(3))).toBe(true);
  expect(missesBefore([], line(9))).toBe(false);
});

test("one's own lines are never unread", () => {
  const lines = [
    line(1, 'a-line-01', 'bob'),
    line(2, 'a-line-02', 'ann'),
    line(3, 'a-line-03', 'bob'),
  ];
  expect(unreadBy('ann', lines, 0)).toBe(2);
  expect(unreadBy('ann', lines, 1)).toBe(1);
  expect(unreadBy(undefined, lines, 3)).toBe(0);
});
