import { seededRandom, shuffle } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import type { Deal } from './deal.js';
import { preferans } from './game.js';
import type { State } from './state.js';
import { someAction } from './testing/random-games.js';

/** A contract in play with closed hands, and the declarer's offer to take all that is left. */
function claimed(conventions: Record<string, unknown> = {}) {
  const random = seededRandom(11);
  let state: State = preferans.start(preferansConventions(conventions));
  while (!isClosed(state) || (state.deal?.play?.cards.length ?? 0) <= 6) {
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined) state = preferans.shuffled!(state, shuffle(length, random));
    else {
      const seat = preferans.toAct(state)[0]!;
      state = preferans.apply(state, seat, someAction(state, seat, random));
    }
  }
  const { won, play } = state.deal as Required<Deal>;
  const left = 10 - play!.taken.reduce((sum, each) => sum + each, 0);
  const tricks = play!.taken.with(won.declarer, play!.taken[won.declarer]! + left);
  return {
    tricks,
    by: won.declarer,
    state: preferans.apply(state, won.declarer, { kind: 'offer', tricks }),
  };
}

const isClosed = ({ deal }: State) =>
  deal?.play && deal.named && deal.named.contract !== 'M' && deal.said.at(-1)?.[1] !== 'open';

test('14.1.6: an offer is asked about once, by what its maker sees, if the table agreed to that', () => {
  const { state, by } = claimed();
  const { deal } = state;
  expect(preferans.claim!(state)).toMatchObject({ id: `${deal!.no}.1`, question: { by } });
  const others = deal!.hands.map((hand, seat) => (seat === by ? hand : [...hand].reverse()));
  const elsewhere = { ...state, deal: { ...deal!, hands: others } };
  expect(preferans.claim!(elsewhere)).toEqual(preferans.claim!(state));
  expect(preferans.claim!(claimed({ claimProof: false }).state)).toBeUndefined();
});

test('14.1.6: proven, it is settled as offered, without an answer', () => {
  const { state, tricks } = claimed();
  const after = preferans.proven!(state);
  expect(after.last?.outcome).toMatchObject({ tricks });
  expect(after.last?.deal.play?.offers.at(-1)).toMatchObject({ proven: true, yes: [] });
  expect(preferans.claim!(after)).toBeUndefined();
});
