import { describe, expect, test } from 'vitest';
import { checkGame, type CheckGameOptions } from './check-game.js';
import { commonConventions, tableGroup } from './common-conventions.js';
import type { Conventions } from './conventions.js';
import type { Game } from './game.js';
import { IllegalAction } from './refusal.js';
import type { Seat, Viewer } from './seat.js';

/** Take one or two matches, the last one wins; and each seat holds a card that only it may see. */
interface State {
  readonly heap: number;
  readonly turn: Seat;
  readonly cards: readonly number[] | null;
  readonly loser: { readonly seat: Seat; readonly reason: 'time' | 'left' } | null;
}
interface Action {
  readonly take: number;
}
interface View {
  readonly heap: number;
  readonly card: number | null;
}

const matches: Game<State, Action, View> = {
  name: 'matches',
  rulesVersion: 1,
  conventions: {
    groups: [tableGroup],
    fields: [
      ...commonConventions(),
      {
        id: 'heap',
        type: 'integer',
        default: 7,
        min: 3,
        max: 9,
        group: 'table',
        label: { en: 'Heap', ru: 'Куча', es: 'Montón' },
        help: { en: 'How many.', ru: 'Сколько.', es: 'Cuántas.' },
      },
    ],
    presets: [{ id: 'usual', label: { en: 'Usual', ru: 'Обычная', es: 'Normal' }, values: {} }],
  },
  seats: () => 2,
  start: (conventions) => ({ heap: Number(conventions.heap), turn: 0, cards: null, loser: null }),
  toAct: (state) => (state.cards && !matches.result(state) ? [state.turn] : []),
  legalActions: (state, seat) =>
    matches.toAct(state).includes(seat)
      ? [1, 2].filter((take) => take <= state.heap).map((take) => ({ take }))
      : [],
  apply: (state, seat, { take }) => ({ ...state, heap: state.heap - take, turn: 1 - seat }),
  awaitsShuffle: (state) => (state.cards || state.loser ? undefined : 8),
  shuffled: (state, order) => ({ ...state, cards: order.slice(0, 2) }),
  forfeit: (state, seat, reason) => ({ ...state, loser: { seat, reason } }),
  result: ({ heap, turn, loser }) => {
    if (loser) {
      const places = loser.seat === 0 ? [2, 1] : [1, 2];
      return { places, scores: [0, 0], reason: loser.reason, offender: loser.seat, fine: 1 };
    }
    if (heap > 0) return undefined;
    return { places: turn === 1 ? [1, 2] : [2, 1], scores: [0, 0], reason: 'played', fine: 0 };
  },
  viewFor: ({ heap, cards }, viewer) => ({
    heap,
    card: viewer === 'spectator' ? null : (cards?.[viewer] ?? null),
  }),
  actionFor: (_state, _seat, action) => action,
  computers: [{ level: 'first', choose: (_view, legal) => legal[0]! }],
};

const hide = (state: State, viewer: Viewer, random: () => number): State => ({
  ...state,
  cards:
    state.cards && state.cards.map((card, i) => (i === viewer ? card : Math.floor(random() * 8))),
});

const withBug = (bug: Partial<Game<State, Action, View>>) => ({ ...matches, ...bug });

test('a sound game passes', () => {
  expect(() => checkGame(matches, { hide, games: 20 })).not.toThrow();
});

test('the message names the game, the step and a seed that alone shows it again', () => {
  const game = withBug({
    apply: (state, seat, action) =>
      state.heap === 9
        ? { ...matches.apply(state, seat, action), heap: NaN }
        : matches.apply(state, seat, action),
  });
  const message = () => failure(() => checkGame(game, { seed: 10, games: 50 }));
  expect(message()).toMatch(/^matches: .* \(seed \d+, step \d+\)$/);
  const seed = Number(/seed (\d+)/.exec(message())![1]);
  expect(seed).toBeGreaterThanOrEqual(10);
  expect(failure(() => checkGame(game, { seed, games: 1 }))).toBe(message());
});

let counter = 0;
const plantedBugs: [
  string,
  Partial<Game<State, Action, View>>,
  RegExp,
  CheckGameOptions<State, Action>?,
][] = [
  [
    'apply mutates the state',
    {
      apply: (state, seat, { take }) => {
        (state as { heap: number }).heap -= take;
        return { ...state, turn: 1 - seat };
      },
    },
    /mutated/,
  ],
  [
    'apply mutates something inside of the state',
    {
      apply: (state, seat, action) => {
        (state.cards as number[]).push(1);
        return matches.apply(state, seat, action);
      },
    },
    /mutated/,
  ],
  [
    'forfeit mutates the state',
    {
      forfeit: (state, seat, reason) => Object.assign(state, { loser: { seat, reason } }),
    },
    /mutated/,
  ],
  [
    'a computer mutates its view',
    {
      computers: [
        {
          level: 'rude',
          choose: (view, legal) => {
            (view as { heap: number }).heap = 0;
            return legal[0]!;
          },
        },
      ],
    },
    /mutated/,
  ],
  [
    'something throws',
    {
      apply: () => {
        throw new RangeError('oops');
      },
    },
    /it threw: RangeError: oops/,
  ],
  [
    'the game never ends',
    { apply: (state, seat) => ({ ...state, turn: 1 - seat }) },
    /did not end within 2000 steps/,
  ],
  [
    'a view leaks',
    { viewFor: ({ heap, cards }) => ({ heap, card: cards?.[1] ?? null }) },
    /hidden/,
    { hide },
  ],
  [
    'a view has undefined',
    { viewFor: ({ heap, cards }) => ({ heap, card: cards?.[0] as number }) },
    /view.card: undefined/,
  ],
  [
    'a view changes by itself',
    { viewFor: ({ heap }) => ({ heap, card: counter++ }) },
    /asked for twice/,
  ],
  [
    'the state has a Map',
    { start: (c) => ({ ...matches.start(c), seen: new Map() }) },
    /state.seen: a Map/,
  ],
  [
    'the state has undefined',
    { start: (c) => ({ ...matches.start(c), seen: undefined }) },
    /state.seen: undefined/,
  ],
  [
    'the state has -0',
    { start: (c) => ({ ...matches.start(c), seen: [-0] }) },
    /state.seen\[0\]: -0/,
  ],
  [
    'replay gives another state',
    { start: (c) => ({ ...matches.start(c), id: counter++ }) as State },
    /replayed from their record/,
  ],
  ['a seat to act has nothing to do', { legalActions: () => [] }, /no legal action/],
  [
    'a seat that is not to act has something to do',
    { legalActions: () => [{ take: 1 }] },
    /not to act/,
  ],
  [
    'toAct names a stranger',
    { toAct: (state) => matches.toAct(state).map(() => 2) },
    /no seat of 2/,
  ],
  [
    'toAct names a seat twice',
    { toAct: (state) => matches.toAct(state).flatMap((seat) => [seat, seat]) },
    /twice/,
  ],
  [
    'toAct is not empty at the end',
    { toAct: (state) => (state.cards ? [state.turn] : []) },
    /result while a seat is awaited/,
  ],
  [
    'nothing is awaited before the end',
    { awaitsShuffle: () => undefined },
    /no result, and no seat/,
  ],
  [
    'a seat is to act before the shuffle',
    { toAct: (state) => (state.loser ? [] : [0]) },
    /while a shuffle/,
  ],
  ['a shuffle is awaited and cannot be had', { shuffled: undefined }, /no `shuffled`/],
  [
    'an illegal action is admitted',
    { admits: (_state, _seat, action) => action as Action },
    /is illegal and was admitted/,
  ],
  [
    'an illegal action is a crash',
    {
      admits: (state, seat, action) => {
        if (!matches.toAct(state).includes(seat)) throw new IllegalAction();
        const { take } = action as Action;
        if (take !== 1 && take !== 2) throw new IllegalAction();
        return { take };
      },
    },
    /not IllegalAction/,
  ],
  [
    'a legal action is refused',
    {
      admits: () => {
        throw new IllegalAction();
      },
    },
    /a legal action of seat 0, .* was refused/,
  ],
  [
    'a computer cheats',
    { computers: [{ level: 'greedy', choose: () => ({ take: 3 }) }] },
    /what the computer "greedy" chose of seat 0, \{"take":3\}, was refused/,
  ],
  ['a forfeit does not end the game', { forfeit: (state) => state }, /while a shuffle|no result/],
  [
    'a forfeit blames the other one',
    { forfeit: (state, seat, reason) => ({ ...state, loser: { seat: 1 - seat, reason } }) },
    /the result says time of 1/,
  ],
  [
    'a place is missing',
    { result: (state) => withResult(state, { places: [1] }) },
    /1 places for 2 seats/,
  ],
  [
    'a score is missing',
    { result: (state) => withResult(state, { scores: [] }) },
    /0 scores for 2 seats/,
  ],
  [
    'the places are no ranking',
    { result: (state) => withResult(state, { places: [2, 2] }) },
    /no ranking/,
  ],
  [
    'an alarm cannot ring',
    { alarm: (state) => (state.heap ? { id: 'a', ms: 5 } : undefined) },
    /no `ring`/,
  ],
  [
    'an alarm rings for ever',
    {
      alarm: (state) => (matches.result(state) ? undefined : { id: 'a', ms: 5 }),
      ring: (state) => ({ ...state }),
    },
    /still set under the same id/,
  ],
  [
    'what is told of an action is lost in JSON',
    { actionFor: () => ({ take: NaN }) },
    /told of an action/,
  ],
  [
    'the open view is lost in JSON',
    { openView: (state) => ({ heap: state.heap, card: NaN }) },
    /open view does not survive JSON/,
  ],
  [
    'a written game ends in another way',
    {
      notation: {
        write: () => ({ document: {}, text: '' }),
        read: () => ({
          conventions: {},
          players: ['player 0', 'player 1'],
          moments: [{ state: { heap: 1, turn: 0, cards: null, loser: null } }],
        }),
      },
    },
    /ended in another way/,
  ],
  ['there are no seats', { seats: () => 0 }, /`seats` is 0/],
  [
    'a common convention is missing',
    { conventions: { ...matches.conventions, fields: matches.conventions.fields.slice(1) } },
    /"moveTimeSec" is missing/,
  ],
  [
    'a default is out of bounds',
    {
      conventions: {
        ...matches.conventions,
        presets: [{ ...matches.conventions.presets[0]!, values: { heap: 99 } }],
      },
    },
    /preset "usual" is not legal/,
  ],
];

function withResult(state: State, change: object) {
  const result = matches.result(state);
  return result && { ...result, ...change };
}

describe('a planted bug is found:', () => {
  test.each(plantedBugs)('%s', (_name, bug, words, options) => {
    expect(failure(() => checkGame(withBug(bug), { games: 20, ...options }))).toMatch(words);
  });

  test('a `hide` that changes nothing', () => {
    expect(failure(() => checkGame(matches, { hide: (state) => state }))).toMatch(/proves nothing/);
  });
});

test('alarms and shuffles are steps too', () => {
  const kinds = new Set<string>();
  const game = withBug({
    alarm: (state) =>
      matches.toAct(state).length > 0 ? { id: `heap ${state.heap}`, ms: 10 } : undefined,
    ring: (state) => {
      kinds.add('ring');
      return matches.apply(state, state.turn, { take: 1 });
    },
    shuffled: (state, order) => {
      kinds.add(`shuffle of ${new Set(order).size}`);
      return matches.shuffled!(state, order);
    },
  });
  checkGame(game, { hide, games: 10 });
  expect([...kinds].sort()).toEqual(['ring', 'shuffle of 8']);
});

test('a game that does not list its actions is sampled', () => {
  const game = withBug({
    legalActions: () => [],
    computers: [],
    admits: (state, seat, action) => {
      const found = matches
        .legalActions(state, seat)
        .find(({ take }) => take === (action as Action | null)?.take);
      if (!found) throw new IllegalAction();
      return found;
    },
  });
  const sample = (state: State, seat: Seat) => matches.legalActions(state, seat).at(-1)!;
  expect(() => checkGame(game, { sample, games: 10 })).not.toThrow();
  expect(failure(() => checkGame(game, { games: 10 }))).toMatch(/no legal action/);
});

test('conventions vary, but for those that are fixed', () => {
  const seen: Conventions[] = [];
  const game = withBug({
    start: (conventions) => {
      seen.push(conventions);
      return matches.start(conventions);
    },
  });
  checkGame(game, { games: 40, fixed: { heap: 4 } });
  expect(new Set(seen.map(({ heap }) => heap))).toEqual(new Set([4]));
  expect(new Set(seen.map(({ rated }) => rated))).toEqual(new Set([true, false]));
});

function failure(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was found';
}
