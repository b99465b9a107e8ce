import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { legalActions, routine } from './legal-actions.js';
import { randomGame } from './testing/random-games.js';

test('a card to a trick is routine, and named where there is only one; nothing else is', () => {
  const met = { choice: 0, only: 0, other: 0 };
  randomGame(preferansConventions({ poolTarget: 6 }), 3, {
    deals: 12,
    visit: (state) => {
      for (let seat = 0; seat < 3; seat++) {
        const legal = legalActions(state, seat);
        const found = routine(state, seat);
        if (legal[0]?.kind !== 'play') {
          expect(found).toBeUndefined();
          met.other++;
        } else {
          expect(found).toEqual(legal.length === 1 ? { only: legal[0] } : {});
          met[legal.length === 1 ? 'only' : 'choice']++;
        }
      }
    },
  });
  expect(Math.min(met.choice, met.only, met.other)).toBeGreaterThan(20);
});
