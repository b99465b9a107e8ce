import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '@trellis/games/kit';
import {
  preferans,
  preferansConventions,
  type Action,
  type State,
  unfold,
} from '@trellis/games/preferans/rules';
import { computers } from './index.js';
import { drawDeal, sampleDeal } from './sample-deals.js';
import { bitsOf, countBits, look, type Seen } from './seen.js';

const [easy, middle, strong] = computers;

interface Table {
  readonly preset?: string;
  readonly players?: number;
  readonly changes?: object;
  readonly seed: number;
}

/** Plays one deal; `choose` decides for the seat to act. */
function playDeal(
  { preset = 'sochi', players = 3, changes = {}, seed }: Table,
  choose: (state: State, seat: number, legal: readonly Action[]) => Action,
): State {
  const random = seededRandom(seed);
  let state = preferans.start(preferansConventions({ players, maxDeals: 1, ...changes }, preset));
  state = preferans.shuffled!(state, shuffle(players, random));
  state = preferans.shuffled!(state, shuffle(32, random));
  while (!state.end) {
    const seat = preferans.toAct(state)[0]!;
    const action = choose(state, seat, preferans.legalActions(state, seat));
    state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
  }
  return state;
}

/** Anything legal, but bids of a level that is played now and then. */
function anything(legal: readonly Action[], random: () => number): Action {
  const low = legal.filter((each) => each.kind !== 'call' || /^(P|=|6.|M)$/.test(each.word));
  return low[Math.floor(random() * low.length)]!;
}

const presets = preferans.conventions.presets.map(({ id }) => id);
const everyTable = presets.flatMap((preset) => [3, 4].map((players) => ({ preset, players })));

test.each<Omit<Table, 'seed'>>([
  ...everyTable,
  { changes: { noTalon: 'misereAndNine', hold: 'always', stalingrad: true } },
])(
  'every strength plays deals to their end by what the rules admit: %o',
  (table) => {
    for (const [strength, computer] of computers.entries()) {
      // The auction of chance brings contracts, misères and raspasy that nobody sound would play.
      for (const byChance of computer === strong ? [true] : [true, false]) {
        const random = seededRandom(strength);
        const seed = 10 * strength + (byChance ? 1 : 2);
        const end = playDeal({ ...table, seed }, (state, seat, legal) => {
          if (byChance && legal[0]?.kind === 'call') return anything(legal, random);
          return computer.choose(preferans.viewFor(state, seat), legal, random);
        });
        expect(end.last?.outcome).toBeDefined();
      }
    }
  },
  120_000,
);

test.each(everyTable)(
  'the house plays a whole pool to its end: %o',
  ({ preset, players }) => {
    const random = seededRandom(players);
    let state = preferans.start(preferansConventions({ players, poolTarget: 4 }, preset));
    while (!state.end) {
      const length = preferans.awaitsShuffle!(state);
      if (length !== undefined) {
        state = preferans.shuffled!(state, shuffle(length, random));
        continue;
      }
      const seat = preferans.toAct(state)[0]!;
      const legal = preferans.legalActions(state, seat);
      const computer = seat === 0 ? middle! : easy!;
      const action = computer.choose(preferans.viewFor(state, seat), legal, random);
      state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
    }
    expect(state.end.reason).toBe('closed');
  },
  120_000,
);

test('the same view and the same chance give the same answer, after whatever else was asked', () => {
  const asked: { view: ReturnType<typeof preferans.viewFor>; legal: readonly Action[] }[] = [];
  const answers: Action[] = [];
  playDeal({ seed: 77 }, (state, seat, legal) => {
    const view = preferans.viewFor(state, seat);
    const answer = middle!.choose(view, legal, seededRandom(1));
    asked.push({ view, legal });
    answers.push(answer);
    return answer;
  });
  asked.reverse();
  const again = asked.map(({ view, legal }) => middle!.choose(view, legal, seededRandom(1)));
  expect(again.reverse()).toEqual(answers);
});

test('the strong one decides a whole deal too', () => {
  const end = playDeal({ seed: 5 }, (state, seat, legal) =>
    (seat === 0 ? strong! : easy!).choose(preferans.viewFor(state, seat), legal, seededRandom(9)),
  );
  expect(end.last?.outcome).toBeDefined();
});

test('deals drawn fit everything the view tells, and the true deal is one of those that fit', () => {
  const random = seededRandom(3);
  for (let deal = 0; deal < 60; deal++) {
    const players = deal % 4 === 3 ? 4 : 3;
    const preset = ['sochi', 'leningrad', 'rostov'][deal % 3]!;
    playDeal({ seed: deal, players, preset }, (state, seat, legal) => {
      const seen = look(unfold(preferans.viewFor(state, seat)));
      const names = state.deal!.order.map((each) => bitsOf(state.deal!.hands[each]!));
      expectFit(seen, names);
      for (const cards of [drawDeal(seen, random), sampleDeal(seen, 3, random)]) {
        expectFit(seen, [...cards.hands]);
        expect(countBits(cards.away)).toBe(seen.away);
        const all = [...cards.hands, ...seen.played, cards.away, seen.gone];
        expect(all.reduce((mask, each) => mask | each, 0)).toBe(-1);
        expect(all.reduce((sum, each) => sum + countBits(each), 0)).toBe(32);
      }
      return anything(legal, random);
    });
  }
});

function expectFit(seen: Seen, hands: readonly number[]) {
  hands.forEach((hand, place) => {
    expect(countBits(hand)).toBe(seen.sizes[place]);
    expect(hand & seen.lacks[place]!).toBe(0);
    if (seen.isOpen[place]) expect(hand).toBe(seen.hands[place]);
    if (place !== seen.declarer) expect(hand & seen.shownTalon).toBe(0);
  });
}

test('a lay-down ten is bid, played and made; a hand without a trick passes', () => {
  const spades = ['AS', 'KS', 'QS', 'JS', 'TS', '9S', '8S', '7S', 'AH', 'KH'];
  const weak = ['7C', '8C', '9C', 'TC', '7D', '8D', '9D', 'TD', '7H', '8H'];
  const rest = ['JC', 'QC', 'KC', 'AC', 'JD', 'QD', 'KD', 'AD', '9H', 'TH', 'JH', 'QH'];
  const packets = [spades, weak, rest].map((cards) =>
    [0, 2, 4, 6, 8].map((from) => cards.slice(from, from + 2)),
  );
  const deck = [0, 1, 2, 3, 4].flatMap((round) => [
    ...packets.flatMap((packet) => packet[round]!),
    ...(round === 0 ? rest.slice(10) : []),
  ]);
  const order = deck.map((card) => 8 * 'SCDH'.indexOf(card[1]!) + '789TJQKA'.indexOf(card[0]!));
  let state = preferans.start(preferansConventions({ maxDeals: 1 }));
  state = preferans.shuffled!(state, [2, 0, 1]);
  state = preferans.shuffled!(state, order);
  const words: unknown[] = [];
  while (!state.end) {
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    const action = strong!.choose(preferans.viewFor(state, seat), legal, seededRandom(4));
    if (action.kind === 'call') words.push([seat, action.word]);
    state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
  }
  expect(words).toContainEqual([1, 'P']);
  expect(state.last!.outcome).toMatchObject({
    type: 'game',
    declarer: 0,
    contract: expect.stringMatching(/^10/),
  });
});
