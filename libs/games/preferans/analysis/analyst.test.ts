import { expect, test } from 'vitest';
import { readTextRecord, recordFormat, replay, textRecord } from '@trellis/games/preferans/rules';
import {
  aTable,
  dealRecord,
  type Table,
  type TableSetting,
} from '@trellis/games/preferans/rules/testing';
import { analyst, type DealFinding } from './index.js';

/** What is found in one deal that was played like this. */
function found(setting: TableSetting, play: (table: Table) => Table): DealFinding {
  const { state } = play(aTable(setting));
  const { moments } = replay({
    format: recordFormat,
    preset: 'sochi',
    options: state.conventions,
    players: state.conventions.players === 4 ? ['a', 'b', 'c', 'd'] : ['a', 'b', 'c'],
    firstDealer: setting.dealer ?? 2,
    deals: [dealRecord(state.last!, state)],
  });
  const [part, ...more] = analyst.parts(moments);
  expect(more).toEqual([]);
  return analyst.judge(moments, part!);
}

const eightSpades: TableSetting = {
  hands: {
    eldest: 'AS KS QS JS TS 9S 8S 7S AC KD',
    second: 'AD 7D KC QC JC TC KH QH JH TH',
    talon: '7H 8H',
  },
};

test('a defender who plays low under a king gives a trick away, and is told what kept it', () => {
  const deal = found(eightSpades, (table) =>
    table
      .call('6S', 'P', 'P')
      .name('8S', '7H 8H')
      .declare('whist', 'pass', 'closed')
      .play('KD 7D 8D')
      .playTricks(9),
  );
  expect(deal.contract).toMatchObject({ declarer: 0, tricks: 9, best: { tricks: 9 } });
  const mistakes = deal.cards.filter(({ open }) => open!.gave > 0);
  expect(mistakes).toMatchObject([
    { seat: 1, card: '7D', part: 'defender', open: { gave: 1, best: ['AD'] } },
  ]);
  // The passer writes nothing; a trick more for the whister is six whists of eight spades.
  expect(deal.actual[0]! - deal.expected[0]!).toBeGreaterThan(5);
  for (const results of [deal.actual, deal.expected]) {
    expect(results.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0);
  }
});

test('the discard is judged too, against the best one for the contract named', () => {
  const { contract } = found(eightSpades, (table) =>
    table
      .call('6S', 'P', 'P')
      .name('8S', 'AC KD')
      .declare('whist', 'pass', 'closed')
      .playTricks(10),
  );
  expect(contract).toMatchObject({ tricks: 8, best: { tricks: 9 } });
  expect(contract!.best.discard).not.toContain('AC');
});

test('every seat is told the best contract it could have played', () => {
  const { chances } = found(eightSpades, (table) =>
    table.call('6S', 'P', 'P').name('8S', '7H 8H').declare('pass', 'pass'),
  );
  expect(chances.map(({ seat }) => seat)).toEqual([0, 1, 2]);
  expect(chances[0]).toMatchObject({ game: { contract: '9S' }, tricks: 9 });
});

test('nobody played it: nothing is judged, and what was expected is what was written', () => {
  const deal = found(eightSpades, (table) =>
    table.call('6S', 'P', 'P').name('8S', '7H 8H').declare('pass', 'pass'),
  );
  expect(deal.cards).toEqual([]);
  expect(deal.expected).toEqual(deal.actual);
});

/** The eight of spades alone is the hole: the eldest hand has the seven, and the youngest no spade. */
const caughtMisere: TableSetting = {
  hands: {
    eldest: '7S 9S TS JS QS KS AS TD JD QD',
    second: '8S 7C 8C 9C TC 7D 8D 9D 7H 8H',
    youngest: '9H TH JH QH KH AH JC QC KC AC',
    talon: 'KD AD',
  },
};

test('a catcher who plays the ace before the seven lets a misère off', () => {
  const deal = found(caughtMisere, (table) =>
    table.call('P', 'M', 'P').name('M', 'KD AD').play('AS 8S 9H').playTricks(9),
  );
  expect(deal.contract).toMatchObject({ declarer: 1, contract: 'M', tricks: 1 });
  expect(deal.cards.filter(({ open }) => open!.gave > 0)).toMatchObject([
    { seat: 0, card: 'AS', part: 'misere', open: { gave: 1, best: ['7S', 'TD', 'JD', 'QD'] } },
  ]);
  expect(deal.expected[1]!).toBeLessThan(0);
  expect(deal.actual[1]!).toBeGreaterThan(0);
  expect(deal.chances.map(({ seat, misere }) => [seat, misere.tricks > 0])).toEqual([
    [0, true],
    [1, false], // the hole may be discarded: the two high diamonds are covered by small ones
    [2, true],
  ]);
});

test('raspasy has no open value; what was known is judged there alone', () => {
  const deal = found({}, (table) => table.call('P', 'P', 'P').playTricks(10));
  expect(deal.contract).toBeUndefined();
  expect(deal.cards.length).toBeGreaterThan(20);
  for (const { open, part } of deal.cards) expect([open, part]).toEqual([undefined, 'raspasy']);
  const known = deal.cards.flatMap(({ knew }) => knew ?? []);
  expect(known.length).toBeGreaterThan(10);
  for (const { lost, error, deals } of known) {
    expect(lost).toBeGreaterThanOrEqual(0);
    expect(error).toBeGreaterThanOrEqual(0);
    expect(deals).toBe(80);
  }
});

test('the same moments give the same finding, whatever was judged before', () => {
  const play = (table: Table) =>
    table.call('6S', 'P', 'P').name('8S').declare('whist', 'pass', 'open').playTricks(10);
  const first = found(eightSpades, play);
  found({ dealer: 1, hands: { eldest: 'AS KS' } }, (table) =>
    table.call('P', 'P', 'P').playTricks(10),
  );
  expect(found(eightSpades, play)).toEqual(first);
});

test('four players, a deal ended by an offer, and one given up are judged as far as they went', () => {
  const four: TableSetting = { options: { players: 4 }, dealer: 3, ...eightSpades };
  const offered = found(four, (table) =>
    table
      .call('6S', 'P', 'P')
      .name('8S', '7H 8H')
      .declare('whist', 'pass', 'closed')
      .play('AS KC 9C')
      .end(9, 1, 0, 0),
  );
  expect(offered.cards).toHaveLength(3);
  expect(offered.chances).toHaveLength(3);
  expect(offered.actual[0]).toBeCloseTo(offered.expected[0]!);
  const conceded = found(eightSpades, (table) =>
    table.call('6S', 'P', 'P').act({ kind: 'concede' }),
  );
  expect(conceded.contract).toBeUndefined();
  expect(conceded.expected).toEqual(conceded.actual);
});

test('a record of lines, where offers are not written, is judged as well', () => {
  const { state } = aTable(eightSpades)
    .call('6S', 'P', 'P')
    .name('8S', '7H 8H')
    .declare('whist', 'pass', 'closed')
    .play('KD 7D 8D')
    .end(9, 1, 0);
  const text = textRecord({
    format: recordFormat,
    preset: 'sochi',
    options: {},
    players: ['a', 'b', 'c'],
    firstDealer: 2,
    deals: [dealRecord(state.last!, state)],
  });
  const { moments } = replay(readTextRecord(text).record, { offersUnknown: true });
  const [finding] = analyst.parts(moments).map((part) => analyst.judge(moments, part));
  expect(finding!.cards.map(({ open }) => open!.gave)).toEqual([0, 1, 0]);
  expect(finding!.outcome).toMatchObject({ tricks: [9, 1, 0] });
});
