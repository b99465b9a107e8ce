import { describe, expect, test } from 'vitest';
import type { Lang } from '@trellis/games/kit';
import { preferans } from '@trellis/games/preferans/rules';
import { fetchMessages, messages } from '../messages/messages';
import { SceneTable, scenes } from '../testing/scenes';
import { resultInWords } from './result-in-words';
import { sheetLayout, sheetWidth } from './sheet-layout';
import { arithmeticOf, reasonOf, whyOf } from './why';
import { writtenDeals } from './written-deals';

await fetchMessages();

const langs: readonly Lang[] = ['en', 'ru', 'es'];
const names = ['Ann', 'Bob', 'Eve', 'Dan'];

/** Deals that between them write into every column by many rules. */
function aLongGame(options?: Readonly<Record<string, unknown>>, preset?: string): SceneTable {
  const table = new SceneTable(options, preset);
  const players = table.state.conventions.players;
  const split = (...tricks: number[]) => {
    const dealer = table.state.deal!.dealer;
    return Array.from(
      { length: players },
      (_, seat) => tricks[(seat - dealer - 1 + players) % players] ?? 0,
    );
  };
  const contract = (named: string) => {
    const { won, hands } = table.state.deal!;
    return table.act({
      kind: 'contract',
      contract: named,
      discard: hands[won!.declarer]!.slice(10),
    } as never);
  };
  table.deal().do('6S P P');
  contract('6S')
    .do('whist whist')
    .end(...split(7, 3, 0));
  table.deal().do('6C P P');
  contract('6C')
    .do('whist pass closed')
    .end(...split(4, 5, 1));
  table.deal().do('7D P P');
  contract('7D').do('pass half pass');
  table.deal().do('8H P P').act({ kind: 'concede' });
  table
    .deal()
    .do('P P P')
    .end(...split(4, 0, 6));
  table.deal().do('M P P');
  contract('M').end(...split(2, 4, 4));
  table
    .deal()
    .do('P P P')
    .end(...split(10, 0, 0));
  for (let turn = 0; turn < 6 && !table.state.end; turn++) {
    table.deal().do('10N P P');
    contract('10N')
      .do('whist pass open')
      .end(...split(10, 0, 0));
  }
  return table;
}

describe.each([
  ['Sochi', aLongGame()],
  ['Sochi for four', aLongGame({ players: 4 })],
  ['first off the mountain', aLongGame({ madeTo: 'mountainFirst' })],
  ['the deal stays after raspasy', aLongGame({ dealerAdvance: 'notAfterRaspasy' })],
  ['Rostov', aLongGame({}, 'rostov')],
])('%s', (_name, table) => {
  const view = table.view('spectator');
  const past = preferans.past!(table.state);
  const deals = writtenDeals(view, past)!;
  const { sheet, written } = view.score!;

  test('every number is the sum of what its reasons say', () => {
    const sum = (cell: Parameters<typeof whyOf>[0]) =>
      whyOf(cell, deals)
        .flatMap(({ entries }) => entries)
        .reduce((total, { amount }) => total + amount, 0);
    sheet.pool.forEach((pool, seat) => {
      expect(sum({ column: 'pool', seat })).toBe(pool);
      expect(sum({ column: 'mountain', seat })).toBe(sheet.mountain[seat]);
      sheet.whists[seat]!.forEach((whists, on) => {
        expect(sum({ column: 'whists', seat, on })).toBe(whists);
      });
    });
    expect(deals).toHaveLength(written);
    expect(deals.at(-1)!.entries).toEqual(view.last!.entries);
    expect(deals.at(-1)!.dealer).toBe(view.last!.dealer);
  });

  test('every entry has a reason and operands in words, in every language', () => {
    for (const lang of langs) {
      for (const { entries, outcome } of deals) {
        expect(resultInWords(outcome, undefined, lang, names)).toMatch(/\S/);
        for (const entry of entries) {
          expect(messages[lang].reasons).toHaveProperty([`${entry.column} ${entry.rule}`]);
          expect(reasonOf(lang, entry)).not.toContain(entry.rule);
          for (const name of Object.keys(entry.operands)) {
            expect(messages[lang].operands).toHaveProperty([name]);
          }
        }
      }
    }
  });
});

test('arithmetic in words', () => {
  const entry = { column: 'whists', seat: 1, on: 0, rule: '11.C' } as const;
  expect(
    arithmeticOf('en', { ...entry, amount: 12, operands: { tricks: 3, whistScale: 1, value: 4 } }),
  ).toBe('tricks 3 × value of the game 4 = 12');
  expect(
    arithmeticOf('ru', {
      ...entry,
      amount: 10,
      operands: { tricks: 5, whistScale: 2, value: 2, dividedBy: 2 },
    }),
  ).toBe('взятки 5 × множитель 2 × цена игры 2 ÷ 2 = 10');
  expect(arithmeticOf('es', { ...entry, amount: 4, operands: { value: 4 } })).toBe(
    'valor del juego 4',
  );
});

test('results in words', () => {
  const outcome = { type: 'game', declarer: 0, contract: '7S' } as const;
  expect(resultInWords({ ...outcome, tricks: [5, 3, 2] }, undefined, 'ru', names)).toBe(
    '7 пик, Ann: 5 взяток, без 2',
  );
  expect(resultInWords({ ...outcome, tricks: [7, 3, 0] }, undefined, 'en', names)).toBe(
    '7 spades by Ann, made with 7 tricks',
  );
  expect(resultInWords(outcome, undefined, 'es', names)).toBe('7 picas de Ann, sin jugar');
});

test('before the first deal there is nothing to tell', () => {
  const { table, viewer } = scenes.draw!();
  expect(writtenDeals(table.view(viewer), [])).toEqual([]);
});

test('the view has the last deal itself; older ones are waited for', () => {
  const table = aLongGame();
  const past = preferans.past!(table.state);
  const view = table.view(0);
  expect(writtenDeals(view, past.slice(0, -1))).toEqual(writtenDeals(view, past));
  expect(writtenDeals(view, past.slice(0, -2))).toBeUndefined();
});

describe.each([3, 4])('the drawing for %i', (players) => {
  const layout = sheetLayout(players);
  const sectors = Object.values(layout.sectors);

  test('every player has a sector with whists on each of the others', () => {
    expect(sectors).toHaveLength(players);
    for (const sector of sectors) expect(Object.keys(sector.whists)).toHaveLength(players - 1);
  });

  test('no two numbers stand on one another, and all stand on the paper', () => {
    const points = sectors.flatMap((sector) => [
      sector.pool,
      sector.mountain,
      sector.name,
      ...Object.values(sector.whists),
    ]);
    for (const [at, point] of points.entries()) {
      expect(point.x).toBeGreaterThan(8);
      expect(point.x).toBeLessThan(sheetWidth - 8);
      expect(point.y).toBeGreaterThan(8);
      expect(point.y).toBeLessThan(layout.height - 8);
      for (const other of points.slice(at + 1)) {
        expect(Math.hypot(point.x - other.x, point.y - other.y)).toBeGreaterThan(18);
      }
    }
  });
});
