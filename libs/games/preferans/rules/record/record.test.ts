import fc from 'fast-check';
import { expect, test } from 'vitest';
import { preferansConventions } from '../conventions/index.js';
import { withDeck } from '../flow.js';
import { preferans } from '../game.js';
import { cardNumber } from '../cards.js';
import { aTable, deckWith } from '../testing/a-table.js';
import { damage, oneDeal } from '../testing/one-deal.js';
import { randomGame } from '../testing/random-games.js';
import type { GameRecord } from './record.js';
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
  const { state, steps } = randomGame(conventions, seed, { deals: 8, leaving: 0.003 });
  const names = ['ann', 'bob', 'cat', 'dan'].slice(0, players);
  return { state, record: recordGame(conventions, steps, { id: 'g1', players: names }) };
}

const throughJson = (record: GameRecord) => readRecord(JSON.parse(JSON.stringify(record)));

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
  expect(replay(record).steps[0]).toEqual({
    deal: 1,
    phase: 'auction',
    seat: 0,
    legal: expect.arrayContaining(['P', '6S', 'M', '10N']),
  });
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
  expect(replay(read.record, { offersUnknown: true }).state.pool).toEqual(
    replay(record).state.pool,
  );
});

test('17.2: a head line carries preset and options', () => {
  const { record } = readTextRecord(
    'preferans-record/1 leningrad players=4 poolTarget=10 exitLadder=6,7 stalingrad=true halfWhist=6 hold=never\n' +
      `1 3 ${deckWith({}).join('')} | 0:P 1:P 2:P | | | | 3-3-3-1\n`,
  );
  expect(record.options).toMatchObject({
    players: 4,
    poolTarget: 10,
    exitLadder: [6, 7],
    stalingrad: true,
    halfWhist: '6',
    hold: 'never',
    poolEnd: 'sum',
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
        record.deals
          .filter((deal) => !deal.void || again.deals.length === record.deals.length)
          .map(
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
    end: {
      reason: 'time',
      offender: 1,
      exact: state.end!.settlementExact,
      settlement: state.end!.settlement,
    },
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

test('2.4: a deck of a record is dealt as a shuffle with the same numbers', () => {
  const deck = deckWith({ eldest: 'AS', talon: '7H' });
  const drawn = preferans.shuffled!(preferans.start(preferansConventions()), [2, 0, 1]);
  expect(preferans.shuffled!(drawn, deck.map(cardNumber))).toEqual(withDeck(drawn, deck));
});
