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
import { everyDeal } from './every-deal.js';
import { proves } from './proof.js';
import { bitsOf, look } from './seen.js';

/** States of random contracts while a card is to be played, with at most so many cards a hand. */
function endings(seed: number, cards: number): State[] {
  const random = seededRandom(seed);
  const found: State[] = [];
  let state = preferans.start(preferansConventions({ maxDeals: 60 }));
  while (!state.end) {
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined) {
      state = preferans.shuffled!(state, shuffle(length, random));
      continue;
    }
    const { deal } = state;
    if (deal?.won && deal.play && !deal.play.offer) {
      const most = Math.max(...deal.hands.map((hand) => hand.length));
      if (most >= 2 && most <= cards) found.push(state);
    }
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    // Tables rather pass than bid high.
    const few = legal[0]!.kind === 'call' && random() < 0.5 ? legal.slice(0, 1) : legal.slice(0, 8);
    state = preferans.apply(state, seat, few[Math.floor(random() * few.length)]!);
  }
  return found;
}

const seenBy = (state: State, by: Seat) => look(unfold(preferans.viewFor(state, by)), by);

/** What every hand holds: the truth, which no claimant knows. */
function truly(state: State, by: Seat) {
  const deal = state.deal!;
  const seen = seenBy(state, by);
  const hands = deal.order.map((seat) => bitsOf(deal.hands[seat]!));
  return positionOf(seen, {
    hands: hands as unknown as readonly [number, number, number],
    away: 0,
  });
}

const offered = (state: State, by: Seat, tricks: readonly number[]) =>
  preferans.apply(state, by, { kind: 'offer', tricks: [...tricks] });

test('14.1.6: what is proven is forced with all hands open, and asks nothing of hidden cards', () => {
  const solver = new Solver();
  let proven = 0;
  let open = 0;
  for (const state of endings(3, 4)) {
    const deal = state.deal!;
    const { declarer } = deal.won!;
    const { taken } = deal.play!;
    const left = 10 - taken.reduce((sum, each) => sum + each, 0);
    const tricks = taken.with(declarer, taken[declarer]! + left);
    for (const by of deal.order) {
      if (preferans.awaitsShuffle!(state) !== undefined) continue;
      let next: State;
      try {
        preferans.admits!(state, by, { kind: 'offer', tricks });
        next = offered(state, by, tricks);
      } catch {
        continue;
      }
      const question = preferans.claim!(next)?.question;
      expect(question).toEqual({ by, view: preferans.viewFor(next, by) });
      if (!proves(question)) {
        open++;
        continue;
      }
      proven++;
      expect(solver.tricks(truly(state, by))).toBe(left);
    }
  }
  expect(proven).toBeGreaterThan(20);
  expect(open).toBeGreaterThan(20);
});

test('14.1.6: every deal that fits what is seen is there once, the true one among them', () => {
  for (const state of endings(5, 3).slice(0, 60)) {
    for (const by of state.deal!.order) {
      const deals = [...everyDeal(seenBy(state, by))].map(({ hands }) => hands.join());
      expect(deals).toContain(truly(state, by).hands.join());
      const apart = [...everyDeal(seenBy(state, by))].map((deal) => JSON.stringify(deal));
      expect(new Set(apart).size).toBe(apart.length);
    }
  }
});
