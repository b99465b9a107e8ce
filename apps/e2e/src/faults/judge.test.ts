import { gameNamed } from '@trellis/games/catalog/games';
import { decide, evolve, freeTable, type Entry, type Request, type Table } from '@trellis/tables';
import { expect, test } from 'vitest';
import { History, type Asked } from './history.js';
import { exactlyOnce, judge } from './judge.js';

const id = 'table';

/** Ann and Bob play; Ann leaves, both come back to a rematch, for which seats have moved, and Ann leaves again. */
function twoGames() {
  const entries: Entry[] = [];
  const asked: Asked[] = [];
  let table: Table = freeTable(id);
  const ask = (request: Request) => {
    const circumstances = {
      ...{ now: 1000, games: gameNamed, present: new Set<string>() },
      chance: { id: () => `game-${table.seq}` } as Parameters<typeof decide>[2]['chance'],
      areApart: () => false,
      mustMayRate: () => undefined,
    };
    for (const entry of decide(table, request, circumstances)) {
      entries.push(entry);
      table = evolve(table, entry, gameNamed);
    }
  };
  const wish = (kind: 'leave' | 'rematch', player: string, seat: number, after = table.seq) => {
    ask({ kind, player });
    const outcome = { kind: 'acknowledged', seq: table.seq } as const;
    asked.push({ ...{ tableId: id, player, seat, after, outcome }, wish: { kind } });
  };
  ask({ kind: 'set', player: 'ann', game: 'tic-tac-toe', number: 1 });
  ask({ kind: 'choose-conventions', player: 'ann', conventions: {} });
  ask({ kind: 'sit', player: 'bob', seat: 1 });
  const firstGame = table.seq;
  wish('leave', 'ann', 0);
  wish('rematch', 'bob', 1);
  wish('rematch', 'ann', 0);
  return { entries, asked, wish, firstGame };
}

test('who leaves has another seat by then than in the view of an earlier game that he looked at', () => {
  const { entries, asked, wish, firstGame } = twoGames();
  wish('leave', 'ann', 0, firstGame);
  expect(entries.filter(({ kind }) => kind === 'forfeited')).toMatchObject([
    { seat: 0 },
    { seat: 1 },
  ]);
  expect(exactlyOnce(id, entries, asked)).toEqual([]);
});

test('what another one did is not what was acknowledged', () => {
  const { entries, asked, wish, firstGame } = twoGames();
  wish('leave', 'bob', 1, firstGame);
  const claimed = asked.map((each, at) => (at === 3 ? { ...each, player: 'ann' } : each));
  expect(exactlyOnce(id, entries, claimed).join('\n')).toContain('not there');
});

test('a journal of which no table can be made is found, and the rest is judged all the same', () => {
  const { entries } = twoGames();
  const behind = [...entries, ...entries.slice(-1)];
  const history = new History();
  history.tables.push(id);
  const none = { writers: new Map(), games: new Map(), wrongRatings: [] };
  const kept = { ...none, written: new Map([[id, behind]]), journals: new Map() };
  const found = judge(history, kept).join('\n');
  expect(found).toContain('makes no sense');
  expect(found).toContain(`follows ${entries.at(-1)!.seq}`);
});
