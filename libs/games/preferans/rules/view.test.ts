import { expect, test } from 'vitest';
import { preferans } from './game.js';
import type { Outcome } from './outcome.js';
import { newPool, writeAll } from './pool.js';
import { aTable, type Table } from './testing/a-table.js';
import { actionFor, openView, viewFor } from './view.js';

const viewers = [0, 1, 2, 3, 'spectator'] as const;
const four = () => aTable({ options: { players: 4 }, dealer: 3 });
const dealSeen = (table: Table, viewer: (typeof viewers)[number]) =>
  viewFor(table.state, viewer).deal!;

test('16.1: everybody sees his own hand and the number of cards in the others', () => {
  const table = four();
  for (const viewer of viewers) {
    const { hands, handSizes } = dealSeen(table, viewer);
    expect(hands).toEqual(table.deal.hands.map((hand, seat) => (seat === viewer ? hand : null)));
    expect(handSizes).toEqual([10, 10, 10, 0]);
  }
});

test('16.1: opened hands are seen by all, the declarer’s never', () => {
  const table = four().call('P', '6S', 'P').name('6S').declare('whist', 'pass', 'open');
  for (const viewer of viewers) {
    const { hands } = dealSeen(table, viewer);
    expect([hands[0], hands[2]]).toEqual([table.deal.hands[0], table.deal.hands[2]]);
    expect(hands[1]).toEqual(viewer === 1 ? table.deal.hands[1] : null);
  }
});

test('16.2: the talon is seen by all after a won auction, and by nobody before', () => {
  const table = four();
  for (const viewer of viewers) expect(dealSeen(table, viewer).talon).toEqual([]);
  table.call('6S', 'P', 'P');
  for (const viewer of viewers) expect(dealSeen(table, viewer).talon).toEqual(table.deal.talon);
  table.name('6S').declare('whist', 'whist').playTricks(2);
  for (const viewer of viewers) expect(dealSeen(table, viewer).talon).toEqual(table.deal.talon);
});

test('16.2: in raspasy one card from the first trick, the other from the second', () => {
  const table = four().call('P', 'P', 'P');
  const [first, second] = table.deal.talon;
  for (const viewer of viewers) expect(dealSeen(table, viewer).talon).toEqual([first]);
  table.playTricks(1);
  for (const viewer of viewers) expect(dealSeen(table, viewer).talon).toEqual([first, second]);
});

test('16.3: only the declarer sees his discard', () => {
  const table = four().call('6S', 'P', 'P').name('6S');
  const { discard } = table.deal.named!;
  expect(discard).toHaveLength(2);
  for (const viewer of viewers) {
    expect(dealSeen(table, viewer).discard).toEqual(viewer === 0 ? discard : undefined);
  }
  const action = { kind: 'contract', contract: '6S', discard } as const;
  expect(actionFor(table.state, 0, action, 0)).toEqual(action);
  for (const viewer of viewers.slice(1)) {
    expect(actionFor(table.state, 0, action, viewer)).toEqual({ kind: 'contract', contract: '6S' });
  }
});

test('16.4: words, cards, tricks, sheet and offers are seen by all', () => {
  const table = four().call('6S', 'P', 'P').name('7S').declare('whist', 'whist').playTricks(2);
  table.act({ kind: 'offer', tricks: [8, 1, 1, 0] }, 0);
  const views = viewers.map((viewer) => viewFor(table.state, viewer));
  for (const { deal, score } of views) {
    expect(deal).toMatchObject({
      auction: [
        [0, '6S'],
        [1, 'P'],
        [2, 'P'],
      ],
      contract: '7S',
    });
    expect(deal!.said).toEqual([
      [1, 'whist'],
      [2, 'whist'],
    ]);
    expect(deal!.play!.tricks).toHaveLength(2);
    expect(deal!.play!.tricks.map(({ owner }) => owner)).toEqual(
      views[0]!.deal!.play!.tricks.map(({ owner }) => owner),
    );
    expect(deal!.play!.offer).toMatchObject({ by: 0, tricks: [8, 1, 1, 0] });
    expect(score!.sheet).toEqual(table.state.pool!.sheet);
  }
  const play = { kind: 'play', card: 'AS' } as const;
  expect(actionFor(table.state, 1, play, 'spectator')).toEqual(play);
});

test('16.5: when a deal is over everything in it is open, with the reason of every number', () => {
  const table = four();
  const { hands, talon } = table.deal;
  table.call('6S', 'P', 'P').name('6S');
  const { discard } = table.deal.named!;
  table.declare('whist', 'whist').playTricks(10);
  for (const viewer of viewers) {
    const { last } = viewFor(table.state, viewer);
    expect(last).toMatchObject({ hands, talon, discard });
    expect(last!.tricks).toHaveLength(10);
    expect(last!.entries.every(({ rule }) => /^\d+\.[\dA-Z.]+$/.test(rule))).toBe(true);
  }
});

test('16.5: from what everybody sees, the whole sheet can be told deal by deal', () => {
  const table = four().call('6S', 'P', 'P').name('6S').declare('whist', 'whist').playTricks(10);
  const { conventions, score } = viewFor(table.state, 'spectator');
  const outcomes = preferans.past!(table.state) as Outcome[];
  expect(outcomes).toHaveLength(score!.written);
  const deals = writeAll(newPool(conventions, score!.firstDealer), outcomes, conventions);
  expect(deals.at(-1)!.pool.sheet).toEqual(score!.sheet);
  expect(deals.at(-1)!.entries).toEqual(table.state.last!.entries);
});

test('16: a replay shows all hands, the talon and the discard from the first word on', () => {
  const table = aTable();
  const { talon } = table.deal;
  const shown = () => openView(table.state).deal!;
  expect(shown()).toMatchObject({ hands: table.deal.hands, talon });
  table.call('6S', 'P', 'P');
  expect(shown().hands[0]).toHaveLength(12);
  table.name('6S').declare('whist', 'whist').playTricks(2);
  expect(shown()).toMatchObject({
    hands: table.deal.hands,
    talon,
    discard: table.deal.named!.discard,
  });
  expect(openView(table.state).score).toEqual(viewFor(table.state, 0).score);
});

test('16.2: in raspasy a replay shows the talon when it leads, as it did', () => {
  const table = aTable().call('P', 'P', 'P');
  expect(openView(table.state).deal).toMatchObject({
    hands: table.deal.hands,
    talon: dealSeen(table, 0).talon,
  });
});
