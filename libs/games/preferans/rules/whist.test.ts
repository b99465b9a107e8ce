import { expect, test } from 'vitest';
import { dutyOf, type NamedContract } from './bids.js';
import { preferansConventions } from './conventions/index.js';
import { activeSeats } from './seats.js';
import { aTable } from './testing/a-table.js';
import { whistRefusal, whisting, type DefenceWord, type Said } from './whist.js';

/** The declarations against a contract of seat 0, said in turn by whoever is asked. */
function against(
  contract: NamedContract,
  words: readonly DefenceWord[],
  options = {},
  preset = 'sochi',
) {
  const conventions = preferansConventions(options, preset);
  const table = { order: activeSeats(3, 2), declarer: 0, contract, conventions };
  const said: Said[] = [];
  for (const word of words) {
    const { seat } = whisting(table, said);
    expect(whistRefusal(table, said, seat ?? -1, word)).toBeUndefined();
    said.push([seat!, word]);
  }
  const { defence, ...asked } = whisting(table, said);
  return {
    asked,
    defence,
    refusal: (seat: number, word: DefenceWord) => whistRefusal(table, said, seat, word),
  };
}

const asks = (seat: number, ...options: DefenceWord[]) => ({ phase: 'whist', seat, options });
const nobody = (phase: string) => ({ phase, seat: null, options: [] });

test('6.1: the duty is four, two, one, one, one', () => {
  expect([6, 7, 8, 9, 10].map((level) => dutyOf(level as 6))).toEqual([4, 2, 1, 1, 1]);
});

test('6.2: the first to the left speaks first, then the other', () => {
  expect(against('6S', []).asked).toEqual(asks(1, 'whist', 'pass'));
  expect(against('6S', ['whist']).asked).toEqual(asks(2, 'whist', 'pass'));
  expect(against('6S', []).refusal(2, 'pass')).toBe('not-your-turn');
  const four = {
    order: activeSeats(4, 1),
    declarer: 3,
    contract: '6S' as const,
    conventions: preferansConventions(),
  };
  expect(whisting(four, []).seat).toBe(0);
  expect(whisting(four, [[0, 'pass']]).seat).toBe(2);
});

test('6.2: half whist after a pass, on six and seven by the option', () => {
  expect(against('6S', ['pass']).asked).toEqual(asks(2, 'whist', 'pass', 'half'));
  expect(against('7N', ['pass']).asked).toEqual(asks(2, 'whist', 'pass', 'half'));
  expect(against('8S', ['pass']).asked).toEqual(asks(2, 'whist', 'pass'));
  expect(against('7S', ['pass'], { halfWhist: '6' }).refusal(2, 'half')).toBe('half-whist-off');
  expect(against('6S', ['pass'], { halfWhist: 'off' }).refusal(2, 'half')).toBe('half-whist-off');
  expect(against('6S', []).refusal(1, 'half')).toBe('half-whist-off');
  expect(against('6S', []).refusal(1, 'open')).toBe('not-a-whist-word');
});

test('6.2: the whist comes back to the first, or half whist stands', () => {
  expect(against('6S', ['pass', 'half']).asked).toEqual(asks(1, 'whist', 'pass'));
  const kept = against('6S', ['pass', 'half', 'pass']);
  expect(kept.asked).toEqual(nobody('score'));
  expect(kept.defence).toEqual({ kind: 'half', by: 2 });
  const none = against('6S', ['pass', 'half'], { whistReturn: false });
  expect(none.asked).toEqual(nobody('score'));
  expect(none.defence).toEqual({ kind: 'half', by: 2 });
});

test('6.2: what the declarations come to', () => {
  expect(against('6S', ['pass', 'pass']).asked).toEqual(nobody('score'));
  expect(against('6S', ['whist', 'whist']).asked).toEqual(nobody('play'));
  expect(against('6S', ['whist', 'whist']).defence).toEqual({ kind: 'two' });
  expect(against('6S', ['pass', 'whist']).defence).toEqual({ kind: 'lone', whister: 2, passer: 1 });
  expect(against('6S', ['pass', 'half', 'whist']).defence).toEqual({
    kind: 'lone',
    whister: 1,
    passer: 2,
  });
  expect(against('M', []).asked).toEqual(nobody('play'));
  expect(against('6S', ['pass', 'pass']).refusal(1, 'whist')).toBe('wrong-phase');
});

test('6.3: a lone whister chooses, and plays both hands when they are open', () => {
  expect(against('6S', ['pass', 'whist']).asked).toEqual({
    phase: 'choose',
    seat: 2,
    options: ['open', 'closed'],
  });
  expect(against('6S', ['pass', 'whist']).refusal(2, 'pass')).toBe('not-a-whist-word');

  const playing = (choice: 'open' | 'closed') =>
    aTable().call('P', '6S', 'P').name('6S').declare('whist', 'pass', choice);
  const open = playing('open');
  expect(open.deal.won!.declarer).toBe(1);
  expect(open.turn).toBe(2); // the eldest hand is the passer's: the whister plays it
  expect(open.refusal({ kind: 'play', card: open.deal.hands[0]![0] }, 0)).toBe('not-your-turn 3.2');
  expect(open.playTricks(1).deal.play!.cards).toHaveLength(3);
  expect(playing('closed').turn).toBe(0);
});

test('6.3: until the hands are opened the passer plays his own', () => {
  const table = aTable({ options: { openTiming: 'afterTrick1' } });
  table.call('P', '6S', 'P').name('6S').declare('whist', 'pass', 'open');
  expect(table.turn).toBe(0);
  table.playTricks(1);
  const { play, order } = table.deal;
  const next = order[order.indexOf(play!.leader)];
  expect(table.turn).toBe(next === 0 ? 2 : next);
});

test('6.4: the lone whister may step down to half, and the other may whist then', () => {
  const down = { halfWhistDowngrade: true };
  expect(against('7S', ['whist', 'pass'], down).asked.options).toEqual(['open', 'closed', 'half']);
  expect(against('8S', ['whist', 'pass'], down).asked.options).toEqual(['open', 'closed']);
  expect(against('7S', ['pass', 'whist'], down).asked.options).toEqual(['open', 'closed']);
  expect(against('7S', ['pass', 'half', 'whist'], down).asked.options).toEqual(['open', 'closed']);
  expect(against('7S', ['whist', 'pass']).refusal(1, 'half')).toBe('half-whist-off');

  expect(against('7S', ['whist', 'pass', 'half'], down).asked).toEqual(asks(2, 'whist', 'pass'));
  const stands = against('7S', ['whist', 'pass', 'half', 'pass'], down);
  expect([stands.asked, stands.defence]).toEqual([nobody('score'), { kind: 'half', by: 1 }]);
  const taken = against('7S', ['whist', 'pass', 'half', 'whist'], down);
  expect(taken.asked).toEqual({ phase: 'choose', seat: 2, options: ['open', 'closed'] });
  expect(against('7S', ['whist', 'pass', 'half', 'whist', 'closed'], down).defence).toEqual({
    kind: 'lone',
    whister: 2,
    passer: 1,
    choice: 'closed',
  });
});

test('6.5.1: Stalingrad: nobody is asked at six spades, other sixes are', () => {
  const stalingrad = against('6S', [], { stalingrad: true });
  expect([stalingrad.asked, stalingrad.defence]).toEqual([nobody('play'), { kind: 'two' }]);
  expect(against('6C', [], { stalingrad: true }).asked).toEqual(asks(1, 'whist', 'pass'));
});

test('6.5.2: a ten is whisted, or checked with open hands and nobody asked', () => {
  expect(against('10S', []).asked).toEqual(asks(1, 'whist', 'pass'));
  const checked = against('10S', [], { tenGame: 'checked' });
  expect([checked.asked, checked.defence]).toEqual([nobody('play'), { kind: 'checked' }]);
});
