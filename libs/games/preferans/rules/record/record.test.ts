import fc from 'fast-check';
import { expect, test } from 'vitest';
import { preferansConventions } from '../conventions/index.js';
import { withDeck } from '../flow.js';
import { preferans } from '../game.js';
import { cardNumber } from '../cards.js';
import { aTable, deckWith } from '../testing/a-table.js';
import { randomGame } from '../testing/random-games.js';
import { DamagedRecord, type DealRecord, type GameRecord } from './record.js';
import { readRecord } from './read-record.js';
import { replay } from './replay.js';
import { readTextRecord, textLine, textRecord } from './text-record.js';
import { dealRecord, recordGame } from './write-record.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const settings = fc.record({
  preset: fc.constantFrom('sochi', 'leningrad', 'rostov'),
  players: fc.constantFrom(3, 4),
  seed: seeds,
});

function recorded({ preset, players, seed }: { preset: string; players: number; seed: number }) {
  const conventions = preferansConventions({ players, poolTarget: 8 }, preset);
  const { state, steps } = randomGame(conventions, seed, { deals: 8 });
  const names = ['ann', 'bob', 'cat', 'dan'].slice(0, players);
  return { state, record: recordGame(conventions, steps, { id: 'g1', players: names }) };
}

const throughJson = (record: GameRecord) => readRecord(JSON.parse(JSON.stringify(record)));

/** A game of one deal: 6C by 0, held against 1; whist comes back to 1, who plays open. */
function oneDeal(): GameRecord {
  const table = aTable({ hands: { eldest: 'AS AC AD', talon: '7D 8D' } });
  table.call('6S', '6C', 'P', '=', 'P').name('6C', '7D 8D').declare('pass', 'half', 'whist', 'open');
  table.act({ kind: 'offer', tricks: [6, 3, 1] }, 0).act({ kind: 'answer', yes: false }, 1).playTricks(10);
  return {
    format: 'preferans-record/1',
    preset: 'sochi',
    options: table.state.conventions,
    players: ['ann', 'bob', 'cat'],
    firstDealer: 2,
    deals: [dealRecord(table.state.last!, table.state)],
  };
}

const withDeal = (change: Partial<DealRecord>): GameRecord => {
  const record = oneDeal();
  return { ...record, deals: [{ ...record.deals[0]!, ...change }] };
};

function damage(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof DamagedRecord) return { at: error.at, rule: error.rule, code: error.code };
    throw error;
  }
  return undefined;
}

test('17.1: a game is one document with the deals as they went', () => {
  const record = oneDeal();
  const [deal] = record.deals;
  expect(deal).toMatchObject({
    no: 1,
    dealer: 2,
    auction: ['0:6S', '1:6C', '2:P', '0:=', '1:P'],
    discard: '7D8D',
    contract: '6C',
    whist: ['1:p', '2:h', '1:w'],
    choice: 'o',
    offers: [{ at: 0, by: 0, tricks: [6, 3, 1], yes: [] }],
  });
  expect(deal!.deck).toHaveLength(64);
  expect(deal!.play).toHaveLength(60);
  expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  expect(replay(record).steps[0]).toEqual({ deal: 1, phase: 'auction', seat: 0, legal: expect.arrayContaining(['P', '6S', 'M', '10N']) });
});

test('17.1: giving up, raspasy, misère and void deals have their own marks', () => {
  const conceded = aTable().call('6S', 'P', 'P').act({ kind: 'concede' }).state;
  expect(dealRecord(conceded.last!, conceded)).toMatchObject({ contract: '-' });
  const raspasy = aTable().call('P', 'P', 'P').end(3, 3, 4).state;
  const written = dealRecord(raspasy.last!, raspasy);
  expect(written.contract).toBeUndefined();
  expect(written).toMatchObject({ play: '', tricks: [3, 3, 4], offers: [{ at: 0, yes: [1, 2] }] });
  const misere = aTable().call('M', 'P', 'P').name('M').end(0, 5, 5).state;
  expect(dealRecord(misere.last!, misere)).toMatchObject({ contract: 'M' });
  const left = preferans.forfeit(aTable().call('6S').state, 1, 'left');
  expect(dealRecord(left.last!, left)).toMatchObject({ void: true, auction: ['0:6S'] });
});

test('17.2: a deal is one line of text and back', () => {
  const record = oneDeal();
  const [deal] = record.deals;
  const line = textLine(deal!);
  expect(line).toBe(
    `1 2 ${deal!.deck} | 0:6S 1:6C 2:P 0:= 1:P | 7D8D 6C | 1:p 2:h 1:w o | ${deal!.play} | ${deal!.tricks!.join('-')}`,
  );
  const read = readTextRecord(`# a remark\n\n${line}\n`);
  expect(read.lines).toEqual([3]);
  expect(textLine(read.record.deals[0]!)).toBe(line);
  expect(replay(read.record, { offersUnknown: true }).state.pool).toEqual(replay(record).state.pool);
});

test('17.2: a head line carries preset and options', () => {
  const { record } = readTextRecord(
    'preferans-record/1 leningrad players=4 poolTarget=10 exitLadder=6,7 stalingrad=true halfWhist=6 hold=never\n' +
      `1 3 ${deckWith({}).join('')} | 0:P 1:P 2:P | | | | 3-3-3-1\n`,
  );
  expect(record.options).toMatchObject({
    players: 4, poolTarget: 10, exitLadder: [6, 7], stalingrad: true, halfWhist: '6', hold: 'never', poolEnd: 'sum',
  });
  expect(replay(record, { offersUnknown: true }).state.pool!.sheet.mountain).toEqual([6, 6, 6, 2]);
});

test('17.3: played again, a record gives the same entries and settlement', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const { state, record } = recorded(setting);
      const again = replay(throughJson(record));
      expect(again.state.pool).toEqual(state.pool);
      expect(again.state.end).toEqual(state.end);
    }),
    { numRuns: 20 },
  );
});

test('20.9: record, document, text and replay agree bit for bit', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const { state, record } = recorded(setting);
      const document = JSON.stringify(record);
      expect(JSON.stringify(readRecord(JSON.parse(document)))).toBe(document);
      const again = replay(throughJson(record));
      expect(again.deals.map(({ change }) => change)).toEqual(
        record.deals.filter((deal) => !deal.void || again.deals.length === record.deals.length).map(
          ({ entries }) => entries ?? again.deals.find(({ record: each }) => each.void)!.change,
        ),
      );
      if (state.end?.offender !== undefined) return; // a text has no end: it cannot say who left
      const text = readTextRecord(textRecord(record)).record;
      const fromText = replay(text, { offersUnknown: true }).state;
      expect(fromText.pool!.sheet).toEqual(state.pool!.sheet);
    }),
    { numRuns: 20 },
  );
});

test('17.3: a game that a player left is replayed with its fine', () => {
  const table = aTable().call('6S', 'P', 'P').name('6S').declare('whist', 'whist').playTricks(2);
  const state = preferans.forfeit(table.state, 1, 'time');
  const record: GameRecord = {
    ...oneDeal(),
    deals: [dealRecord(state.last!, state)],
    end: { reason: 'time', offender: 1, exact: state.end!.settlementExact, settlement: state.end!.settlement },
  };
  expect(replay(throughJson(record)).state.end).toEqual(state.end);
  const innocent = { ...record, end: { ...record.end!, offender: 2 } };
  expect(damage(() => replay(innocent))).toMatchObject({ at: 'end.exact', rule: '13.1' });
});

test('17.3: a deal that the server lost is dealt again by the same dealer', () => {
  const lost = aTable().call('6S');
  const record: GameRecord = {
    ...oneDeal(),
    deals: [
      { no: 1, dealer: 2, deck: lost.deal.deck, auction: ['0:6S'], void: true },
      { ...oneDeal().deals[0]!, no: 2 },
    ],
  };
  expect(replay(record).deals).toHaveLength(2);
});

test.each([
  [{ dealer: 1 }, 'deals[0].dealer', '2.5'],
  [{ deck: '7S7S' }, 'deals[0].deck', '2.1'],
  [{ auction: ['0:6S', '1:6C', '2:P', '0:6S'] }, 'deals[0].auction[3]', '4.2.2'],
  [{ auction: ['1:6S'] }, 'deals[0].auction[0]', '3.2'],
  [{ auction: ['0:5S'] }, 'deals[0].auction[0]', '17.4'],
  [{ auction: ['0-6S'] }, 'deals[0].auction[0]', '17.4'],
  [{ contract: '6S' }, 'deals[0].contract', '5.3'],
  [{ discard: '7D' }, 'deals[0].contract', '5.2'],
  [{ discard: '7' }, 'deals[0].discard', '17.4'],
  [{ whist: ['1:p', '2:h', '1:h'] }, 'deals[0].whist[2]', '6.2'],
  [{ whist: ['1:p', '2:h'], choice: undefined, offers: [] }, 'deals[0].play[0]', '3.1'],
  [{ choice: 'c' as const, whist: ['1:w', '2:w'] }, 'deals[0].choice', '3.1'],
  [{ tricks: [10, 0, 0] }, 'deals[0].tricks', '7.1'],
  [{ entries: { ...oneDeal().deals[0]!.entries!, whists: { '1>0': 99 } } }, 'deals[0].entries.whists', '11.B'],
  [{ entries: { ...oneDeal().deals[0]!.entries!, mountain: [0, 1, 0] } }, 'deals[0].entries.mountain', '11.B'],
  [{ offers: [{ at: 0, by: 2, tricks: [6, 3, 1], yes: [] }] }, 'deals[0].offers[0]', '14.1.2'],
  [{ offers: [{ at: 0, by: 0, tricks: [6, 3, 3], yes: [] }] }, 'deals[0].offers[0]', '14.1.1'],
  [{ no: 4 }, 'deals[0].no', '17.1'],
])('17.4: damage %j is found at %s and breaks rule %s', (change, at, rule) => {
  expect(damage(() => replay(withDeal(change)))).toEqual({ at, rule, code: 'damaged-record' });
});

test('17.4: a card that may not be played is found where it was played', () => {
  const record = oneDeal();
  const cards = record.deals[0]!.play!.match(/../g)!;
  const illegal = [...cards];
  [illegal[1], illegal[4]] = [illegal[4]!, illegal[1]!];
  const found = damage(() => replay(withDeal({ play: illegal.join('') })));
  expect(found).toMatchObject({ at: 'deals[0].play[1]', rule: expect.stringMatching(/^(7\.2|3\.2)$/) });
  expect(damage(() => replay(withDeal({ play: cards.slice(0, 12).join('') })))).toMatchObject({ at: 'deals[0].play', rule: '3.1' });
  expect(damage(() => replay(withDeal({ play: `${cards.join('')}7S` })))).toMatchObject({ at: 'deals[0].play[30]', rule: '7.4' });
  expect(damage(() => replay(withDeal({ play: 'XX' })))).toMatchObject({ at: 'deals[0].play[0]', rule: '17.4' });
  const end = { reason: 'closed' as const, exact: ['0', '0', '0'], settlement: [0, 0, 0] };
  expect(damage(() => replay({ ...record, end }))).toMatchObject({ at: 'end.reason', rule: '12.1' });
});

test('17.4: what is no record at all is refused with the first wrong field', () => {
  const record = oneDeal();
  for (const [value, at] of [
    [null, 'the record'],
    [[], 'the record'],
    [{ ...record, format: 'x' }, 'format'],
    [{ ...record, players: ['a'] }, 'options.players'],
    [{ ...record, options: { bombs: 1 } }, 'options.bombs'],
    [{ ...record, options: { poolEnd: 'sum' } }, 'options'],
    [{ ...record, preset: 'moscow' }, 'preset'],
    [{ ...record, firstDealer: 3 }, 'firstDealer'],
    [{ ...record, deals: {} }, 'deals'],
    [{ ...record, deals: [{ ...record.deals[0], auction: 'P' }] }, 'deals[0].auction'],
    [{ ...record, deals: [{ ...record.deals[0], tricks: [1, -1, 10] }] }, 'deals[0].tricks[1]'],
    [{ ...record, end: { reason: 'bored' } }, 'end.reason'],
  ] as const) {
    expect(damage(() => readRecord(value))).toMatchObject({ at, code: 'damaged-record' });
  }
  for (const text of ['', 'x | y', '1 2 3 4 | | | | |', '1 2 7S | | | | | 3-3']) {
    expect(damage(() => readTextRecord(text))).toMatchObject({ code: 'damaged-record', at: expect.stringMatching(/^line 1/) });
  }
});

test('17.4: whatever byte of a record is changed, it is replayed the same or refused', () => {
  const document = JSON.stringify(oneDeal());
  fc.assert(
    fc.property(fc.nat(document.length - 1), fc.constantFrom(...'0123456789PMSCDHNAKwpho:"{}[],x'), (at, char) => {
      const changed = document.slice(0, at) + char + document.slice(at + 1);
      let value: unknown;
      try {
        value = JSON.parse(changed);
      } catch {
        return;
      }
      damage(() => replay(readRecord(value)));
    }),
    { numRuns: 300 },
  );
});

test('2.4: a deck of a record is dealt as a shuffle with the same numbers', () => {
  const deck = deckWith({ eldest: 'AS', talon: '7H' });
  const drawn = preferans.shuffled!(preferans.start(preferansConventions()), [2, 0, 1]);
  expect(preferans.shuffled!(drawn, deck.map(cardNumber))).toEqual(withDeck(drawn, deck));
});
