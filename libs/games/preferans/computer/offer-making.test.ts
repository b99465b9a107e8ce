import { seededRandom, shuffle, type Seat } from '@trellis/games/kit';
import {
  preferans,
  preferansConventions,
  unfold,
  type State,
} from '@trellis/games/preferans/rules';
import { Solver } from '@trellis/games/preferans/solver';
import { expect, test } from 'vitest';
import { positionOf } from './card-choice.js';
import { computers } from './index.js';
import { certainOffer } from './offer-making.js';
import { bitsOf, look } from './seen.js';

const [, middle, strong] = computers;
const solver = new Solver();

interface Deals {
  readonly preset?: string;
  readonly players?: number;
  readonly changes?: object;
  /** What may be bid; by chance. */
  readonly bids?: RegExp;
}

/** Every state of some deals in which somebody plays a card; all is done by chance. */
function* playing(
  seed: number,
  maxDeals: number,
  { preset = 'sochi', players = 3, changes = {}, bids = /^(P|6.|M)$/ }: Deals = {},
): Generator<State> {
  const random = seededRandom(seed);
  let state = preferans.start(preferansConventions({ maxDeals, players, ...changes }, preset));
  while (!state.end) {
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined) {
      state = preferans.shuffled!(state, shuffle(length, random));
      continue;
    }
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    if (state.deal!.play) yield state;
    const low = legal.filter((each) => each.kind !== 'call' || bids.test(each.word));
    const action = low[Math.floor(random() * low.length)]!;
    state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
  }
}

const seenBy = (state: State, by: Seat) => look(unfold(preferans.viewFor(state, by)), by);

/** The truth, which nobody who offers knows. */
function declarersTricks(state: State, by: Seat): number {
  const { deal } = state;
  const hands = deal!.order.map((seat) => bitsOf(deal!.hands[seat]!));
  const [first, second, third] = hands as [number, number, number];
  return solver.tricks(positionOf(seenBy(state, by), { hands: [first, second, third], away: 0 }));
}

/** Tricks by seat at every end that the deal may come to, played on in every legal way by the rules themselves. */
function everyEnd(state: State): ReadonlySet<string> {
  const ends = new Set<string>();
  const goOn = (now: State) => {
    if (!now.deal) {
      const { outcome } = now.last!;
      ends.add(String('tricks' in outcome! ? outcome.tricks : undefined));
      return;
    }
    const seat = preferans.toAct(now)[0]!;
    for (const action of preferans.legalActions(now, seat)) {
      goOn(preferans.apply(now, seat, preferans.admits!(now, seat, action)));
    }
  };
  goOn(state);
  return ends;
}

test('14.1: what the house offers is what the declarer takes when all play their best', () => {
  const found = { all: 0, part: 0, nothing: 0 };
  for (const state of playing(7, 60)) {
    const { deal } = state;
    if (!deal!.won) continue;
    const seat = preferans.toAct(state)[0]!;
    const offer = certainOffer(seenBy(state, seat), solver);
    if (offer?.kind !== 'offer') continue;
    const before = deal!.play!.taken[deal!.won.declarer]!;
    const offered = offer.tricks[deal!.won.declarer]! - before;
    const left = 10 - deal!.play!.taken.reduce((sum, each) => sum + each, 0);
    expect(offered).toBe(declarersTricks(state, seat));
    expect(() => preferans.admits!(state, seat, offer)).not.toThrow();
    found[offered === left ? 'all' : offered === 0 ? 'nothing' : 'part']++;
  }
  expect(found.all).toBeGreaterThan(20);
  expect(found.part).toBeGreaterThan(20);
  expect(found.nothing).toBeGreaterThan(20);
});

test('14.1: in raspasy the house offers only what no card can change', () => {
  let offers = 0;
  const tables: Deals[] = [
    { preset: 'sochi' },
    { preset: 'rostov' },
    { preset: 'leningrad', players: 4 },
    { preset: 'sochi', players: 4, changes: { raspasyLeads: 'winner' } },
  ];
  for (const table of tables) {
    for (const state of playing(11, 15, { ...table, bids: /^P$/ })) {
      const seat = preferans.toAct(state)[0]!;
      const offer = certainOffer(seenBy(state, seat), solver);
      if (offer?.kind !== 'offer') continue;
      offers++;
      expect([...everyEnd(state)]).toEqual([offer.tricks.join()]);
    }
  }
  expect(offers).toBeGreaterThan(10);
});

test('14.1: what was refused is not offered again, by nobody of the house', () => {
  let again = 0;
  for (const state of playing(7, 20)) {
    const seat = preferans.toAct(state)[0]!;
    const seen = seenBy(state, seat);
    const offer = certainOffer(seen, solver);
    if (offer?.kind !== 'offer') continue;
    const refused = { at: 0, by: (seat + 1) % 3, tricks: offer.tricks, yes: [] };
    const play = { ...seen.deal.play!, offers: [refused] };
    expect(certainOffer({ ...seen, deal: { ...seen.deal, play } }, solver)).toBeUndefined();
    again++;
  }
  expect(again).toBeGreaterThan(20);
});

test('with all hands open the house accepts what is certain and refuses what robs it', () => {
  let asked = 0;
  for (const state of playing(13, 25)) {
    const { deal } = state;
    const by = preferans.toAct(state)[0]!;
    const offer = certainOffer(seenBy(state, by), solver);
    if (offer?.kind !== 'offer' || !deal!.won || by !== deal!.won.declarer) continue;
    for (const [tricks, yes] of [
      [offer.tricks, true],
      [robbing(offer.tricks, by, deal!.named!.contract === 'M' ? -2 : 2), false],
    ] as const) {
      const possible = tricks.every((each, seat) => each >= deal!.play!.taken[seat]!);
      if (!possible) continue;
      const asking = preferans.apply(state, by, { kind: 'offer', tricks: [...tricks] });
      const seat = preferans.toAct(asking)[0]!;
      if (!seenBy(asking, seat).isOpen.every((open) => open)) continue;
      for (const computer of [middle!, strong!]) {
        const legal = preferans.legalActions(asking, seat);
        const view = preferans.viewFor(asking, seat);
        const answer = computer.choose(view, legal, seededRandom(1));
        expect(answer, JSON.stringify([deal, tricks])).toEqual({ kind: 'answer', yes });
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(40);
});

/** So many tricks more for the declarer, from whoever of the others has most. */
function robbing(tricks: readonly number[], declarer: Seat, more: number): readonly number[] {
  const others = tricks.map((each, seat) => (seat === declarer ? -1 : each));
  const from = others.indexOf(Math.max(...others));
  return tricks.with(declarer, tricks[declarer]! + more).with(from, tricks[from]! - more);
}
