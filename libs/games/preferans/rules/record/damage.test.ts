import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damage, oneDeal, withDeal } from '../testing/one-deal.js';
import { readRecord } from './read-record.js';
import { replay } from './replay.js';
import { readTextRecord } from './text-record.js';

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
  [
    { entries: { ...oneDeal().deals[0]!.entries!, whists: { '1>0': 99 } } },
    'deals[0].entries.whists',
    '11.B',
  ],
  [
    { entries: { ...oneDeal().deals[0]!.entries!, mountain: [0, 1, 0] } },
    'deals[0].entries.mountain',
    '11.B',
  ],
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
  expect(found).toMatchObject({
    at: 'deals[0].play[1]',
    rule: expect.stringMatching(/^(7\.2|3\.2)$/),
  });
  expect(damage(() => replay(withDeal({ play: cards.slice(0, 12).join('') })))).toMatchObject({
    at: 'deals[0].play',
    rule: '3.1',
  });
  expect(damage(() => replay(withDeal({ play: `${cards.join('')}7S` })))).toMatchObject({
    at: 'deals[0].play[30]',
    rule: '7.4',
  });
  expect(damage(() => replay(withDeal({ play: 'XX' })))).toMatchObject({
    at: 'deals[0].play[0]',
    rule: '17.4',
  });
  const end = { reason: 'closed' as const, exact: ['0', '0', '0'], settlement: [0, 0, 0] };
  expect(damage(() => replay({ ...record, end }))).toMatchObject({
    at: 'end.reason',
    rule: '12.1',
  });
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
    expect(damage(() => readTextRecord(text))).toMatchObject({
      code: 'damaged-record',
      at: expect.stringMatching(/^line 1/),
    });
  }
});

test('17.4: whatever byte of a record is changed, it is replayed the same or refused', () => {
  const document = JSON.stringify(oneDeal());
  fc.assert(
    fc.property(
      fc.nat(document.length - 1),
      fc.constantFrom(...'0123456789PMSCDHNAKwpho:"{}[],x'),
      (at, char) => {
        const changed = document.slice(0, at) + char + document.slice(at + 1);
        let value: unknown;
        try {
          value = JSON.parse(changed);
        } catch {
          return;
        }
        const found = damage(() => replay(readRecord(value)));
        expect([undefined, 'damaged-record']).toContain(found?.code);
      },
    ),
    { numRuns: 300 },
  );
});
