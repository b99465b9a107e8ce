import { seededRandom, shuffle, type PlayedStep } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { exactAtEnd } from './absence.js';
import type { Action } from './action.js';
import { preferansConventions } from './conventions/index.js';
import { fraction, fractionFromText, minus, plus, textOf } from './fraction.js';
import { preferans } from './game.js';
import { readRecord } from './record/read-record.js';
import { replay } from './record/replay.js';
import { recordGame } from './record/write-record.js';
import { exactSettlement } from './settlement.js';
import type { State } from './state.js';
import { someAction } from './testing/random-games.js';

const { away, back } = preferans.absence!;

test('14.6.5: the example of the book', () => {
  const before = [30, 10, -40].map((each) => fraction(each));
  const absence = {
    away: [{ seat: 1, reason: 'left' as const }],
    helped: [],
    gains: ['12', '0', '0'],
  };
  const after = exactAtEnd(before, absence, { timeoutFine: 100 });
  expect(after.map(textOf)).toEqual(['73', '-100', '27']);
});

/** A random game in which players go and come back; everything that happened, and every state. */
function restlessGame(seed: number) {
  const random = seededRandom(seed);
  const players = random() < 0.5 ? 3 : 4;
  const conventions = preferansConventions({ players, maxDeals: 4, absent: 'computer' });
  const steps: PlayedStep<Action>[] = [];
  const states: State[] = [];
  let state = preferans.start(conventions);
  const reach = (step: PlayedStep<Action>, next: State) => {
    steps.push(step);
    states.push((state = next));
  };
  while (!state.end) {
    const length = preferans.awaitsShuffle!(state);
    const gone = state.absence?.away.map(({ seat }) => seat) ?? [];
    const seat = Math.floor(random() * players);
    if (length !== undefined) {
      const order = shuffle(length, random);
      reach({ kind: 'shuffled', order }, preferans.shuffled!(state, order));
    } else if (random() < 0.02 && gone.includes(seat)) {
      reach({ kind: 'returned', seat }, back(state, seat));
    } else if (random() < 0.02 && !gone.includes(seat) && gone.length < players - 1) {
      const reason = random() < 0.5 ? 'time' : 'left';
      reach({ kind: 'relieved', seat, reason }, away(state, seat, reason));
    } else if (random() < 0.0005 && !gone.includes(seat)) {
      reach({ kind: 'forfeited', seat, reason: 'left' }, preferans.forfeit(state, seat, 'left'));
    } else {
      const actor = preferans.toAct(state)[0]!;
      const action = someAction(state, actor, random);
      reach({ kind: 'acted', seat: actor, action }, preferans.apply(state, actor, action));
    }
  }
  return { conventions, players, steps, states, end: state };
}

const games = Array.from({ length: 150 }, (_, at) => restlessGame(at + 1));
const goneIn = ({ absence, end }: State) =>
  new Set([...(absence?.away ?? []).map(({ seat }) => seat), ...[end?.offender ?? []].flat()]);

test('14.6.1: the game goes on as it was', () => {
  for (const { states } of games.slice(0, 10)) {
    const state = states[Math.floor(states.length / 2)]!;
    const next = away(state, 0, 'time');
    expect(preferans.toAct(next)).toEqual(preferans.toAct(state));
    for (const seat of preferans.toAct(state))
      expect(preferans.legalActions(next, seat)).toEqual(preferans.legalActions(state, seat));
    expect(next.deal).toBe(state.deal);
  }
});

test('14.6.2: who comes back is there again, but the running deal stays one with help', () => {
  const { states } = games[0]!;
  const state = states.find(({ deal, absence }) => deal?.play && !absence)!;
  const again = back(away(state, 1, 'left'), 1);
  expect(again.absence).toEqual({ away: [], helped: [1], gains: expect.anything() as unknown });
});

test('14.6.3: who is away at the end wins nothing and pays the fine', () => {
  let absent = 0;
  for (const { end, players, conventions } of games) {
    const gone = goneIn(end);
    // Rule 14.6.5: with two there, nothing of the others comes to who is away.
    if (gone.size > players - 2) continue;
    for (const seat of gone) {
      absent++;
      expect(end.end!.settlement[seat]).toBeLessThanOrEqual(-conventions.timeoutFine);
    }
    const [first] = end.absence?.away ?? [];
    if (first) expect(end.end!.offender).toBeDefined();
  }
  expect(absent).toBeGreaterThan(20);
});

test('14.6.4: a gain of the deals with help is taken from who came back, a loss stays his', () => {
  let withheld = 0;
  for (const { end, conventions } of games) {
    const gone = goneIn(end);
    const sheet = exactSettlement(end.pool!.sheet, conventions);
    const gains = end.absence?.gains ?? [];
    // With one helped player and nobody gone the arithmetic can be seen at a glance.
    const helped = gains.flatMap((gain, seat) => (gain === '0' ? [] : [seat]));
    if (gone.size > 0 || helped.length !== 1) continue;
    const [seat] = helped as [number];
    const gain = fractionFromText(gains[seat]!)!;
    const kept = gain.over > 0n ? minus(sheet[seat]!, gain) : sheet[seat]!;
    expect(end.end!.settlementExact[seat]).toBe(textOf(kept));
    withheld++;
  }
  expect(withheld).toBeGreaterThan(2);
});

test('20.1: with computers playing for some, results still add up to zero', () => {
  for (const { end } of games) {
    const exact = end.end!.settlementExact.map((each) => fractionFromText(each)!);
    expect(textOf(exact.reduce(plus))).toBe('0');
    expect(end.end!.settlement.reduce((sum, each) => sum + each, 0)).toBe(0);
  }
});

test('17.3: a record tells for whom computers played, and played again it ends the same', () => {
  for (const { conventions, players, steps, end } of games) {
    const header = { players: Array.from({ length: players }, (_, seat) => `player ${seat}`) };
    const record = recordGame(conventions, steps, header);
    const read = readRecord(JSON.parse(JSON.stringify(record)));
    expect(replay(read).state.end).toEqual(end.end);
  }
});
