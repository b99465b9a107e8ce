import { expect, test } from 'vitest';
import { preferansConventions } from './conventions/index.js';
import { fold, unfold } from './folded-view.js';
import { legalActions, legalCalls } from './legal-actions.js';
import { outcomeFromText, outcomeText } from './outcome-text.js';
import type { Outcome } from './outcome.js';
import { randomGame } from './testing/random-games.js';
import { openView, viewFor } from './view.js';

test.each<[string, Outcome]>([
  ['R 343', { type: 'raspasy', tricks: [3, 4, 3] }],
  ['1 M 055', { type: 'misere', declarer: 1, tricks: [0, 5, 5] }],
  ['2 C 7H', { type: 'concede', declarer: 2, bid: '7H' }],
  ['0 6S', { type: 'game', declarer: 0, contract: '6S' }],
  [
    '3 10N 0p1h2w 000a 7SKH',
    {
      type: 'game',
      declarer: 3,
      contract: '10N',
      defence: [
        [0, 'pass'],
        [1, 'half'],
        [2, 'whist'],
      ],
      tricks: [0, 0, 0, 10],
      talon: ['7S', 'KH'],
    },
  ],
])('an outcome is told as "%s"', (text, outcome) => {
  expect(outcomeText(outcome)).toBe(text);
  expect(outcomeFromText(text)).toEqual(outcome);
});

test.each([
  ['sochi', {}],
  ['sochi', { players: 4, raspasyTalon: 'dealer' }],
  ['leningrad', { talonPremium: 'value', noTalon: 'misereAndNine' }],
  ['rostov', { players: 4, openTiming: 'afterTrick1' }],
])('unfolding gives back every view of random games: %s %j', (preset, changes) => {
  const conventions = preferansConventions({ poolTarget: 6, ...changes }, preset);
  for (let seed = 1; seed <= 4; seed++) {
    randomGame(conventions, seed, {
      deals: 8,
      leaving: seed > 2 ? 0.01 : 0,
      visit: (state) => {
        const open = openView(state);
        expect(unfold(JSON.parse(JSON.stringify(fold(open))))).toEqual(open);
        for (const viewer of [seed % conventions.players, 'spectator'] as const) {
          const view = viewFor(state, viewer);
          const unfolded = unfold(JSON.parse(JSON.stringify(fold(view))));
          expect(unfolded).toEqual(view);
          if (view.phase === 'auction' && viewer !== 'spectator')
            expect(legalCalls(unfolded, viewer)).toEqual(legalActions(state, viewer));
        }
      },
    });
  }
});
