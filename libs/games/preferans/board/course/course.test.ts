import {
  cardNumber,
  contracts,
  legalCards,
  preferans,
  type Action,
  type Card,
  type State,
} from '@trellis/games/preferans/rules';
import { bestDiscard, Solver } from '@trellis/games/preferans/solver';
import { describe, expect, test } from 'vitest';
import { isMakeable, judged, replyIn, worthOf } from './coach';
import { answersOf, faultOf, faultOfContract, sumIn, takerOf } from './judge';
import type { SceneStep, Step } from './lesson';
import { done, learner, tableOf } from './lesson-table';
import { lessons } from './lessons';

type Kind = Step['kind'];
type Of<K extends Kind> = Extract<Step, { readonly kind: K }>;

const steps = lessons.flatMap(({ id, steps }) =>
  steps.map((step, at) => ({ of: `${id} ${at}`, step })),
);
const ofKind = <K extends Kind>(kind: K) =>
  steps.flatMap(({ of, step }) => (step.kind === kind ? [[of, step as Of<K>] as const] : []));
const languages = ['en', 'ru', 'es'] as const;

const solver = new Solver();
const bitsOf = (cards: readonly Card[]) =>
  cards.reduce((bits, card) => bits | (1 << cardNumber(card)), 0);

/** What the learner takes with the talon after the best discard, all hands open. */
function learnerTakes(goal: 'game' | 'misere', deal: NonNullable<State['deal']>): number {
  const hands = deal.order.map((seat) => bitsOf(deal.hands[seat]!)) as [number, number, number];
  const place = deal.order.indexOf(learner);
  if (countBits(hands[place]!) === 10) hands[place]! |= bitsOf(deal.talon);
  return bestDiscard(solver, { goal, trumps: [0, 1, 2, 3, 4], declarer: place, leader: 0, hands })
    .tricks;
}

const countBits = (bits: number) => (bits >>> 0).toString(2).replace(/[^1]/g, '').length;

/** Every action that a word of a lesson can mean. */
const meanings = (word: string): Action[] =>
  [
    { kind: 'call', word },
    { kind: 'declare', word },
  ] as Action[];

function isAdmitted(state: State, action: Action): boolean {
  try {
    preferans.admits!(state, learner, action);
    return true;
  } catch {
    return false;
  }
}

const isLegal = (state: State, word: string) =>
  meanings(word).some((action) => isAdmitted(state, action));

test('lessons have names of their own, and every text is there in every language', () => {
  const ids = lessons.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(5);
  for (const { title, steps } of lessons)
    for (const words of [title, ...steps.flatMap(({ text, right }) => [text, right])])
      for (const language of languages) expect(words[language]).toMatch(/\S/);
});

test.each(ofKind('trick'))('%s: somebody takes the trick by the rules', (_of, step) => {
  expect([0, 1, 2]).toContain(takerOf(step));
});

test.each(ofKind('card'))('%s: some cards are right, the others are told why not', (_of, step) => {
  const right = answersOf(step);
  expect(right.length).toBeGreaterThan(0);
  expect(right.length).toBeLessThan(step.hand.length);
  const legal = legalCards(step.hand, step.led, step.trump);
  for (const card of right) expect(legal).toContain(card);
  for (const card of step.hand.filter((each) => !right.includes(each))) {
    const fault = faultOf(step, card);
    if (!legal.includes(card)) expect(fault).toMatch(/^must-/);
    else expect([step.wanted, fault]).toEqual(['duck', expect.stringMatching(/takes|too-low/)]);
  }
});

describe.each(ofKind('decision'))('%s', (_of, step) => {
  const state = tableOf(step);
  const deal = state.deal!;

  test('it is the learner’s turn; right words may be said, and so may those that are wrong', () => {
    expect(preferans.toAct(state)).toEqual([learner]);
    const { other: _other, ...wrong } = step.wrong;
    for (const word of [...step.answers, ...Object.keys(wrong)])
      expect([word, isLegal(state, word)]).toEqual([word, true]);
    expect(step.answers.filter((word) => word in wrong)).toEqual([]);
  });

  test('with all cards open nothing is better than what it teaches', () => {
    if (deal.named) {
      // Rule 6.1: who whists a six alone owes four tricks.
      const defence = 10 - worthOf(deal);
      expect(step.answers.includes('whist')).toBe(defence >= 4);
      expect(step.answers.includes('pass')).toBe(defence < 4);
      return;
    }
    const game = learnerTakes('game', deal);
    const misere = learnerTakes('misere', deal);
    const [answer] = step.answers;
    expect(answer).toBe(misere === 0 ? 'M' : game >= 6 ? '6S' : 'P');
  });
});

describe.each(ofKind('contract'))('%s', (_of, step) => {
  const state = tableOf(step);
  const twelve = state.deal!.hands[learner]!;
  const pairs = twelve.flatMap((one, at) => twelve.slice(at + 1).map((other) => [one, other]));
  const naming = (contract: string, discard: readonly Card[]) =>
    faultOfContract(step, state, { kind: 'contract', contract, discard } as Action);

  test('it says what the best discard is worth, as the solver does', () => {
    expect(twelve).toHaveLength(12);
    expect(learnerTakes('game', state.deal!)).toBe(step.worth);
  });

  test('a discard is right exactly when nothing is given away by it', () => {
    const right = pairs.filter((discard) => naming('6S', discard) === undefined);
    expect(right.length).toBeGreaterThan(0);
    expect(right.length).toBeLessThan(pairs.length);
    for (const discard of pairs) {
      const { deal } = done(state, { kind: 'contract', contract: '6S', discard } as Action);
      expect(right.includes(discard)).toBe(worthOf(deal!) === step.worth);
    }
  });

  test('a game that cannot be made is not right, and neither is giving up', () => {
    const best = pairs.find((discard) => naming('6S', discard) === undefined)!;
    for (const contract of contracts.filter((each) => each.endsWith('S'))) {
      const makeable = Number.parseInt(contract) <= step.worth;
      expect([contract, naming(contract, best)]).toEqual([
        contract,
        makeable ? undefined : step.wrong.contract,
      ]);
    }
    expect(faultOfContract(step, state, { kind: 'concede' })).toBe(step.wrong.concede);
  });
});

describe.each(ofKind('play'))('%s', (_of, step) => {
  /** Plays the deal out; the learner plays what `choose` says. */
  function played(choose: (state: State, legal: readonly Card[]) => Card): State {
    let state = tableOf(step);
    for (let card = 0; state.deal && card < 30; card++) {
      const [seat] = preferans.toAct(state);
      const legal = preferans
        .legalActions(state, seat!)
        .flatMap((action) => (action.kind === 'play' ? [action.card] : []));
      const chosen = seat === learner ? choose(state, legal) : replyIn(state.deal, legal);
      expect(legal).toContain(chosen);
      state = done(state, { kind: 'play', card: chosen });
    }
    expect(state.deal).toBeUndefined();
    return state;
  }

  test('whoever follows the coach makes the contract', () => {
    expect(isMakeable(tableOf(step).deal!)).toBe(true);
    const end = played((state, legal) => judged(state.deal!, legal[0]!).best);
    expect(end.pool!.sheet.pool[learner]).toBe(2);
  });

  test('whoever plays badly is told at the card that gave the trick away', () => {
    let lost = 0;
    played((state, legal) => {
      const worst = legal.reduce((found, card) =>
        judged(state.deal!, card).lost > judged(state.deal!, found).lost ? card : found,
      );
      lost += judged(state.deal!, worst).lost;
      return worst;
    });
    const start = worthOf(tableOf(step).deal!);
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThanOrEqual(start);
  });
});

test.each(ofKind('sum'))('%s: one of the numbers is what the rules write', (_of, step) => {
  const state = tableOf(step);
  expect(step.choices.filter((choice) => choice === sumIn(step, state))).toHaveLength(1);
  expect(state.last!.entries.length).toBeGreaterThan(0);
});

test('every table of the course is one pack', () => {
  const scenes = steps.flatMap(({ step }) => ('hands' in step ? [step as SceneStep] : []));
  expect(scenes.length).toBeGreaterThan(6);
  for (const { hands } of scenes) {
    const cards = Object.values(hands).flatMap((text) => text.split(' '));
    expect(new Set(cards).size).toBe(32);
    expect(cards).toHaveLength(32);
  }
});
