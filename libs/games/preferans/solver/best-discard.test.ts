import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '@trellis/games/kit';
import { bestDiscard, Solver, type Goal, type Trump } from './index.js';

const bits = (cards: readonly number[]) => cards.reduce((mask, card) => mask | (1 << card), 0);
const trumps: readonly Trump[] = [0, 1, 2, 3, 4];

test('no other discard and no other trump would do better', { timeout: 120_000 }, () => {
  const random = seededRandom(8);
  const solver = new Solver();
  for (let deal = 0; deal < 8; deal++) {
    const goal: Goal = deal % 4 === 3 ? 'misere' : 'game';
    const cards = shuffle(32, random);
    const own = cards.slice(0, 12);
    const others = [bits(cards.slice(12, 22)), bits(cards.slice(22))] as const;
    const leader = deal % 3;
    const tricksOf = (discard: readonly number[], trump: Trump) => {
      const left = own.filter((card) => !discard.includes(card));
      const hands = [bits(left), ...others] as const;
      return solver.tricks({ goal, trump, declarer: 0, leader, hands, played: [] });
    };
    const all = own.flatMap((one, at) =>
      own
        .slice(at + 1)
        .flatMap((other) =>
          (goal === 'misere' ? ([4] as const) : trumps).map((trump) =>
            tricksOf([one, other], trump),
          ),
        ),
    );
    const hands = [bits(own), ...others] as const;
    const { discard, trump, tricks } = bestDiscard(solver, {
      goal,
      trumps,
      declarer: 0,
      leader,
      hands,
    });
    expect(tricks).toBe(goal === 'misere' ? Math.min(...all) : Math.max(...all));
    expect(tricksOf(discard, trump)).toBe(tricks);
  }
});
