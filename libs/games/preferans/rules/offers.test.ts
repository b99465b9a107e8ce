import { expect, test } from 'vitest';
import { preferans } from './game.js';
import { aTable, type Table } from './testing/a-table.js';
import { viewFor } from './view.js';

const two = () => aTable().call('6S', 'P', 'P').name('6S').declare('whist', 'whist');
const lone = () => aTable().call('P', '6S', 'P').name('6S').declare('whist', 'pass', 'closed');
const offer = (...tricks: number[]) => ({ kind: 'offer', tricks });
const yes = { kind: 'answer', yes: true };
const no = { kind: 'answer', yes: false };

test('14.1.1: an accepted offer is written as if played', () => {
  const table = two()
    .act(offer(6, 3, 1), 0)
    .act(yes, 1)
    .act(yes, 2);
  expect(table.state.last!.outcome).toMatchObject({ type: 'game', tricks: [6, 3, 1] });
  expect(table.state.pool!.sheet.pool).toEqual([2, 0, 0]);
  expect(table.state.last!.deal.play!.offers).toEqual([
    { at: 0, by: 0, tricks: [6, 3, 1], yes: [1, 2] },
  ]);
});

test('14.1.1: refused, nothing changes but that it was made', () => {
  const table = two();
  const { play, ...deal } = table.deal;
  table
    .act(offer(6, 3, 1), 0)
    .act(yes, 1)
    .act(no, 2);
  expect(table.deal).toEqual({
    ...deal,
    play: { ...play, offers: [{ at: 0, by: 0, tricks: [6, 3, 1], yes: [1] }], shownTo: [1, 2] },
  });
});

test('14.1.1: tricks must add up to ten and be at least what each has', () => {
  const table = two().playTricks(3);
  const [a, b, c] = table.deal.play!.taken as [number, number, number];
  const bad = (...tricks: number[]) => table.refusal(offer(...tricks), 0);
  expect(bad(a, b, c)).toBe('bad-offer 14.1.1');
  expect(bad(a + 8, b, c)).toBe('bad-offer 14.1.1');
  expect(bad(10 - b - c + 1, b - 1, c)).toBe('bad-offer 14.1.1');
  expect(bad(10, 0, 0, 0)).toBe('bad-offer 14.1.1');
  expect(bad(10 - b - c, b, c)).toBeUndefined();
  expect(table.refusal({ kind: 'offer', tricks: [6.5, 3.5, 0] }, 0)).toBe('malformed-action 3.1');
  expect(aTable().refusal(offer(6, 3, 1), 0)).toBe('wrong-phase 3.1');
});

test('14.1.1: a sitting dealer has no more tricks than the talon can take', () => {
  const suit = aTable({ options: { players: 4, raspasyTalon: 'suit' }, dealer: 3 }).call(
    'P',
    'P',
    'P',
  );
  expect(suit.refusal(offer(3, 3, 3, 1), 0)).toBe('bad-offer 14.1.1');
  const dealer = aTable({ options: { players: 4 }, dealer: 3 }).call('P', 'P', 'P');
  expect(dealer.refusal(offer(3, 3, 2, 2), 0)).toBeUndefined();
  expect(dealer.refusal(offer(3, 3, 1, 3), 0)).toBe('bad-offer 14.1.1');
});

test('14.1.2: against two whisters, in misère and raspasy both others must accept', () => {
  const misere = () => aTable().call('M', 'P', 'P').name('M');
  for (const [make, tricks] of [
    [two, [6, 3, 1]],
    [misere, [0, 5, 5]],
    [() => aTable().call('P', 'P', 'P'), [3, 3, 4]],
  ] as const) {
    for (const by of [0, 1, 2]) {
      const table = make().act(offer(...tricks), by);
      expect(preferans.toAct(table.state)).toEqual([0, 1, 2].filter((seat) => seat !== by));
    }
  }
});

test('14.1.2: against a lone whister the passer has no say', () => {
  const table = lone(); // 1 plays, 2 whists, 0 passed
  expect(table.refusal(offer(2, 6, 2), 0)).toBe('may-not-offer 14.1.2');
  table.act(offer(2, 6, 2), 1);
  expect(preferans.toAct(table.state)).toEqual([2]);
  expect(table.refusal(yes, 0)).toBe('not-your-turn 3.2');
  expect(table.act(yes, 2).state.last!.outcome).toMatchObject({ tricks: [2, 6, 2] });
});

test('14.1.3: an offer lapses by its alarm, and each has one of its own', () => {
  const table = two();
  expect(preferans.alarm!(table.state)).toBeUndefined();
  table.act(offer(6, 3, 1), 0);
  const first = preferans.alarm!(table.state)!;
  expect(first.ms).toBe(15_000);
  table.act(yes, 1);
  expect(preferans.alarm!(table.state)!.id).toBe(first.id);
  table.state = preferans.ring!(table.state);
  expect(preferans.toAct(table.state)).toEqual([0]);
  table.act(offer(6, 3, 1), 0);
  expect(preferans.alarm!(table.state)!.id).not.toBe(first.id);
});

test('14.1.3: its maker may play on, which ends it; nobody else may', () => {
  const table = two().act(offer(6, 3, 1), 0);
  expect(table.refusal(yes, 0)).toBe('not-your-turn 3.2');
  const card = table.deal.hands[0]![0];
  table.act({ kind: 'play', card }, 0);
  expect(table.deal.play!.offer).toBeUndefined();
  expect(table.refusal(yes, 1)).toBe('no-offer 14.1.2');
  table.act(offer(6, 3, 1), 0);
  const answer = table.deal.hands[1]!.find(
    (each) => table.refusal({ kind: 'play', card: each }, 1) !== 'not-in-hand 7.2',
  );
  expect(table.refusal({ kind: 'play', card: answer }, 1)).toBe('offer-pending 14.1.3');
  expect(table.refusal(offer(6, 3, 1), 1)).toBe('offer-pending 14.1.3');
});

test('14.1.4: three offers for each player and deal', () => {
  const table = two();
  for (let made = 0; made < 3; made++) table.act(offer(6, 3, 1), 0).act(no, 1);
  expect(table.refusal(offer(6, 3, 1), 0)).toBe('offers-used-up 14.1.4');
  expect(table.refusal(offer(6, 3, 1), 1)).toBeUndefined();
});

const seesDeclarer = (table: Table) =>
  ([0, 1, 2, 'spectator'] as const).map(
    (viewer) => viewFor(table.state, viewer).deal!.hands[table.deal.won!.declarer] !== null,
  );

test('14.1.5: a declarer who offers shows his hand to those who answer, and it stays visible', () => {
  const table = lone().act(offer(2, 6, 2), 1);
  expect(seesDeclarer(table)).toEqual([false, true, true, false]);
  expect(seesDeclarer(table.act(no, 2))).toEqual([false, true, true, false]);
  const byWhister = lone().act(offer(2, 6, 2), 2);
  expect(seesDeclarer(byWhister)).toEqual([false, true, false, false]);
  const hidden = aTable({ options: { claimExposes: false } })
    .call('6S', 'P', 'P')
    .name('6S')
    .declare('whist', 'whist');
  expect(seesDeclarer(hidden.act(offer(6, 3, 1), 0))).toEqual([true, false, false, false]);
});

test('14.2: all must accept to stop, a sitting dealer too, and the running deal is finished', () => {
  const table = aTable({ options: { players: 4 }, dealer: 3 });
  table.act({ kind: 'propose-stop' }, 3);
  const accept = { kind: 'answer-stop', yes: true };
  expect(table.refusal(accept, 3)).toBe('no-stop-proposal 14.2');
  expect(table.refusal({ kind: 'propose-stop' }, 0)).toBe('stop-pending 14.2');
  table.act(accept, 0).act(accept, 1);
  expect(table.refusal(accept, 1)).toBe('no-stop-proposal 14.2');
  table.act(accept, 2);
  expect(table.refusal({ kind: 'propose-stop' }, 0)).toBe('already-stopping 14.2');
  expect(table.state.end).toBeUndefined();
  table.call('6S', 'P', 'P').name('6S').declare('pass', 'pass');
  expect(table.state.end).toMatchObject({ reason: 'agreed', settlement: [15, -5, -5, -5] });
  expect(preferans.result(table.state)).toMatchObject({
    reason: 'agreed',
    places: [1, 2, 2, 2],
    fine: 0,
  });
  expect(table.refusal({ kind: 'propose-stop' }, 0)).toBe('game-over 12.1');
});

test('14.2: a refusal or the end of the deal ends the proposal', () => {
  const table = aTable()
    .act({ kind: 'propose-stop' }, 1)
    .act({ kind: 'answer-stop', yes: false }, 0);
  expect(table.refusal({ kind: 'propose-stop' }, 2)).toBeUndefined();
  table.act({ kind: 'propose-stop' }, 1).call('6S', 'P', 'P').name('6S').declare('pass', 'pass');
  expect(table.state.stop).toBeUndefined();
  expect(table.state.end).toBeUndefined();
  table.act({ kind: 'propose-stop' }, 1).act({ kind: 'answer-stop', yes: true }, 0);
  expect(table.act({ kind: 'answer-stop', yes: true }, 2).state.end).toMatchObject({
    reason: 'agreed',
  });
});

test('14.3: only who is to act has a running clock, and an offer pauses the player to the trick', () => {
  const table = two();
  expect(preferans.toAct(table.state)).toEqual([0]);
  expect(preferans.toAct(table.act(offer(6, 3, 1), 1).state)).toEqual([0, 2]);
  expect(preferans.toAct(table.act(yes, 0).state)).toEqual([2]);
  const ids = preferans.conventions.fields.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['moveTimeSec', 'timeBankSec']));
});
