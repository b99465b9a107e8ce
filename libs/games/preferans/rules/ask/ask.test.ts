import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fullDeck } from '../cards.js';
import { aTable } from '../testing/a-table.js';
import { dealRecord } from '../record/write-record.js';
import { ask } from './index.js';

const sochi = { preset: 'sochi', options: {}, players: 3 };
const code = (question: unknown) => (ask(question) as { error?: { code: string } }).error?.code;

const game = {
  type: 'game',
  declarer: 0,
  contract: '7H',
  defence: [
    [1, 'whist'],
    [2, 'pass'],
  ],
  tricks: [7, 2, 1],
};
const sheet = (hand: object, more: object = {}) => ({
  ask: 'sheet',
  ...sochi,
  firstDealer: 2,
  hands: [hand],
  ...more,
});

test('settlement and forfeit', () => {
  const whole = {
    pool: [10, 9, 10],
    mountain: [4, 2, 6],
    whists: { '0>1': 6, '0>2': 40, '1>0': 12, '2>1': 16 },
  };
  expect(ask({ ask: 'settlement', ...sochi, sheet: whole })).toEqual({
    settlement: [38, 3, -41],
    settlementExact: ['112/3', '10/3', '-122/3'],
  });
  const forfeit = { ask: 'forfeit', preset: 'sochi', options: {}, offender: 1 };
  expect(ask({ ...forfeit, before: ['30', '10', '-40'] })).toEqual({
    settlement: [85, -100, 15],
    settlementExact: ['85', '-100', '15'],
  });
  expect(code({ ...forfeit, before: ['30', '10'] })).toBe('bad-request');
  expect(code({ ...forfeit, before: ['30', '10', '40'] })).toBe('bad-request');
  expect(code({ ...forfeit, before: ['30', '10', 40] })).toBe('bad-request');
  expect(code({ ...forfeit, before: ['30', '10', '-40'], offender: 3 })).toBe('bad-request');
});

test('auction: what may be said, or how it ended', () => {
  const auction = (calls: unknown[], more = {}) => ({
    ask: 'auction',
    ...sochi,
    dealer: 2,
    raspasyStreak: 0,
    auction: calls,
    ...more,
  });
  expect(
    ask(
      auction([
        [0, 'P'],
        [1, 'M'],
      ]),
    ),
  ).toEqual({
    turn: 2,
    legal: ['P', '9S', '9C', '9D', '9H', '9N', '10S', '10C', '10D', '10H', '10N'],
  });
  expect(
    ask(
      auction([
        [0, '6S'],
        [1, 'P'],
        [2, 'P'],
      ]),
    ),
  ).toEqual({ turn: null, winner: 0, bid: '6S' });
  expect(
    ask(
      auction([
        [0, 'P'],
        [1, 'P'],
        [2, 'P'],
      ]),
    ),
  ).toEqual({ turn: null, winner: null, bid: null });
  expect(code(auction([[1, 'P']]))).toBe('not-your-turn');
  expect(
    code(
      auction([
        [0, '7S'],
        [1, '6S'],
      ]),
    ),
  ).toBe('below-current-bid');
  expect(code(auction([[0, '6S']], { preset: 'leningrad', raspasyStreak: 1 }))).toBe(
    'below-exit-level',
  );
  expect(code(auction([[0, '5S']]))).toBe('bad-request');
  expect(
    code(
      auction([
        [0, '6S'],
        [1, 'P'],
        [2, 'P'],
        [0, 'P'],
      ]),
    ),
  ).toBe('wrong-phase');
});

test('whist: who is asked', () => {
  const whist = (said: unknown[], more = {}) => ({
    ask: 'whist',
    ...sochi,
    dealer: 2,
    declarer: 0,
    contract: '6S',
    said,
    ...more,
  });
  expect(ask(whist([]))).toEqual({ seat: 1, options: ['whist', 'pass'], phase: 'whist' });
  expect(
    ask(
      whist([
        [1, 'whist'],
        [2, 'pass'],
      ]),
    ),
  ).toEqual({ seat: 1, options: ['open', 'closed'], phase: 'choose' });
  expect(
    ask(
      whist([
        [1, 'whist'],
        [2, 'pass'],
        [1, 'open'],
      ]),
    ),
  ).toEqual({ seat: null, options: [], phase: 'play' });
  expect(
    ask(
      whist([
        [1, 'pass'],
        [2, 'pass'],
      ]),
    ),
  ).toEqual({ seat: null, options: [], phase: 'score' });
  expect(ask(whist([], { contract: 'M' }))).toEqual({ seat: null, options: [], phase: 'play' });
  expect(ask(whist([], { contract: '10H', preset: 'leningrad' }))).toEqual({
    seat: null,
    options: [],
    phase: 'play',
  });
  expect(code(whist([[1, 'half']]))).toBe('half-whist-off');
  expect(code(whist([], { contract: '11H' }))).toBe('bad-request');
});

test('cards and deal', () => {
  const cards = {
    ask: 'cards',
    preset: 'sochi',
    options: {},
    hand: ['AS', '7H', '8D'],
    ledSuit: 'C',
    trump: 'H',
  };
  expect(ask(cards)).toEqual({ legal: ['7H'] });
  expect(ask({ ...cards, ledSuit: null })).toEqual({ legal: ['AS', '7H', '8D'] });
  expect(code({ ...cards, hand: ['AS', 'AS'] })).toBe('bad-request');
  expect(code({ ...cards, ledSuit: 'N' })).toBe('bad-request');

  const deal = { ask: 'deal', preset: 'sochi', options: {}, players: 4, dealer: 1, deck: fullDeck };
  const answer = ask(deal) as { hands: string[][]; talon: string[] };
  expect(answer.hands.map((hand) => hand.length)).toEqual([10, 0, 10, 10]);
  expect(answer.talon).toEqual(['KS', 'AS']);
  expect(ask({ ...deal, deck: fullDeck.join('') })).toEqual(answer);
  expect(code({ ...deal, deck: fullDeck.slice(1) })).toBe('bad-request');
});

test('replay: the legal sets on the way, the entries and the settlement', () => {
  const { state } = aTable().call('6S', 'P', 'P').name('6S').declare('pass', 'pass');
  const record = {
    format: 'preferans-record/1',
    preset: 'sochi',
    options: {},
    players: ['a', 'b', 'c'],
    firstDealer: 2,
    deals: [dealRecord(state.last!, state)],
  };
  const answer = ask({ ask: 'replay', record });
  expect(answer).toMatchObject({
    entries: [{ pool: [2, 0, 0], mountain: [0, 0, 0], whists: {} }],
    settlement: [14, -7, -7],
    settlementExact: ['40/3', '-20/3', '-20/3'],
    finished: false,
  });
  const { legal } = answer as { legal: { phase: string; seat: number; legal: string[] }[] };
  expect(legal.map(({ phase, seat }) => `${phase} ${seat}`)).toEqual([
    'auction 0',
    'auction 1',
    'auction 2',
    'contract 0',
    'whist 1',
    'whist 2',
  ]);
  expect(legal[3]!.legal).toContain('-');
  expect(code({ ask: 'replay', record: { ...record, deals: [{}] } })).toBe('damaged-record');
});

test('what is no question is answered with an error', () => {
  for (const question of [null, 7, 'sheet', [], {}, { ask: 7 }])
    expect(code(question)).toBe('bad-request');
  expect(code({ ask: 'constructor' })).toBe('unknown-ask');
  expect(code({ ask: 'solve' })).toBe('solve-not-available');
  expect(code({ ...sheet(game), preset: 'moscow' })).toBe('bad-convention');
  expect(code({ ...sheet(game), options: { bombs: true } })).toBe('bad-convention');
  expect(code({ ...sheet(game), options: { poolEnd: 'sum' } })).toBe('conflicting-conventions');
  expect(code({ ...sheet(game), options: { players: 4 } })).toBe('bad-request');
});

test('half whist may be a number, and the players may stand in the options', () => {
  const asked = {
    ask: 'whist',
    options: { halfWhist: 6, players: 4 },
    dealer: 3,
    declarer: 0,
    contract: '7S',
    said: [[1, 'pass']],
  };
  expect(ask(asked)).toEqual({ seat: 2, options: ['whist', 'pass'], phase: 'whist' });
});

test('the schema of the questions names every question that is answered', () => {
  const path = new URL('./ask.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(path, 'utf8')) as {
    oneOf: { $ref: string }[];
    $defs: Record<string, { required?: string[] }>;
  };
  const questions = schema.oneOf.map(({ $ref }) => $ref.split('/').at(-1)!);
  for (const name of questions) {
    expect(code({ ask: name })).not.toBe('unknown-ask');
    expect(schema.$defs[name]!.required).toContain('ask');
  }
  const references = JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g);
  for (const [, name] of references) expect(Object.keys(schema.$defs)).toContain(name);
});

test('what is refused is named with its place, and limits are said', () => {
  const message = (question: unknown) =>
    (ask(question) as { error?: { message: string } }).error?.message;
  expect(message(sheet({ ...game, defence: [[1, 'half']] }))).toBe(
    'hands[0]: Half whist cannot be said here.',
  );
  expect(message(sheet({ ...game, declarer: 3 }))).toBe(
    'hands[0].declarer: must be a seat, 0 to 2.',
  );
  expect(message(sheet({ ...game, tricks: [7, 2, -1] }))).toBe(
    'hands[0].tricks: must be 3 whole numbers from 0 to 10.',
  );
  expect(message({ ask: 'sheet', players: 5, firstDealer: 0, hands: [] })).toBe(
    'players: must be a whole number from 3 to 4.',
  );
  expect(message(sheet(game, { why: 'yes' }))).toBe('why: must be true or false.');
  expect(
    message({
      ask: 'auction',
      dealer: 2,
      auction: [
        [0, '6S'],
        [2, '6C'],
      ],
    }),
  ).toBe('auction[1]: Another player is to act.');
  expect(message({ ask: 'auction', dealer: 2, auction: [[0, '5S']] })).toMatch(
    /^auction\[0\]: must be \[seat, word\]: a seat, 0 to 2, and a bid like/,
  );
  const whist = { ask: 'whist', dealer: 2, declarer: 0, contract: '7H' };
  expect(
    message({
      ...whist,
      said: [
        [1, 'whist'],
        [2, 'half'],
      ],
    }),
  ).toBe('said[1]: Half whist cannot be said here.');
  expect(message({ ask: 'replay' })).toBe('record: must be an object.');
});

test('no sheet has a pool or whists below zero; a mountain may have been helped below it', () => {
  const settled = (more: object) =>
    ask({ ask: 'settlement', sheet: { pool: [1, 0, 0], mountain: [0, 0, 0], ...more } });
  const refused = (pattern: RegExp) => ({ error: { message: expect.stringMatching(pattern) } });
  expect(settled({ pool: [-1, 0, 0] })).toMatchObject(refused(/^sheet\.pool: .* from 0 to 9/));
  expect(settled({ pool: [1e12, 0, 0] })).toMatchObject(refused(/^sheet\.pool: .* to 999999999/));
  expect(settled({ whists: { '1>0': -3 } })).toMatchObject(refused(/^sheet\.whists\["1>0"\]: /));
  expect(settled({ whists: { '1>1': 3 } })).toMatchObject(refused(/^sheet\.whists: "1>1" must/));
  expect(settled({ mountain: [-4, 0, 0] })).toHaveProperty('settlement');
});
