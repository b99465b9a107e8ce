import { presetConventions, seededRandom } from '@trellis/games/kit';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fullDeck, suitOf, type Card } from './cards.js';
import {
  conventionSchema,
  preferansConventions,
  typed,
  type PreferansConventions,
} from './conventions/index.js';
import { preferans } from './game.js';
import { newPool, writeAll } from './pool.js';
import { amountOf } from './score-sheet.js';
import { settle } from './settlement.js';
import type { State } from './state.js';
import { hide, isAdmitted, randomGame } from './testing/random-games.js';
import { contractsAfter } from './talon.js';
import { viewFor } from './view.js';

// Whole games under a busy machine: what is asked for is truth, not speed.
vi.setConfig({ testTimeout: 60_000 });

const players = fc.constantFrom(3 as const, 4 as const);

const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** Presets with some options changed; what does not go together is left out. */
const anyConventions: fc.Arbitrary<PreferansConventions> = fc
  .record({
    preset: fc.constantFrom('sochi', 'leningrad', 'rostov'),
    players,
    changes: fc.record(
      Object.fromEntries(
        conventionSchema.fields
          .filter(({ id }) => id !== 'players' && id !== 'poolTarget' && id !== 'maxDeals')
          .map((field) => [
            field.id,
            field.type === 'boolean'
              ? fc.boolean()
              : field.type === 'integer'
                ? fc.integer({ min: field.min, max: field.max })
                : fc.constantFrom(...field.choices.map(({ value }) => value)),
          ]),
      ),
      { requiredKeys: [] },
    ),
  })
  .map(({ preset, players: count, changes }) => {
    const all = { ...presetConventions(conventionSchema, preset), poolTarget: 8, players: count };
    const kept: Record<string, unknown> = { ...all };
    for (const [id, value] of Object.entries(changes)) {
      const tried = typed({ ...all, ...kept, [id]: value } as PreferansConventions);
      if (conventionSchema.conflicts!(tried).length === 0) kept[id] = value;
    }
    return typed(kept as PreferansConventions);
  })
  .filter((conventions) => conventionSchema.conflicts!(conventions).length === 0);

/** What was written in a random game that nobody leaves: one deal at least. */
const outcomesOf = (conventions: PreferansConventions, seed: number) =>
  randomGame(conventions, seed, { deals: 12, leaving: 0 }).state.pool!.outcomes;

test('20.3: American help never changes the settlement', () => {
  fc.assert(
    fc.property(players, seeds, (count, seed) => {
      const american = preferansConventions({ players: count, poolTarget: 4 });
      const none = preferansConventions({ players: count, poolTarget: 4, help: 'none' });
      const outcomes = outcomesOf(preferansConventions({ players: count, poolTarget: 200 }), seed);
      const [helped, alone] = [american, none].map((conventions) => {
        const { pool } = writeAll(newPool(conventions, 0), outcomes, conventions).at(-1)!;
        return settle(pool.sheet, conventions).settlementExact;
      });
      expect(helped).toEqual(alone);
    }),
    { numRuns: 40 },
  );
});

/** Everything that could be said or played at all. */
function* everything(state: State) {
  for (const word of ['P', '=', 'M', 'MB', '9B', '6S', '6N', '7D', '8N', '9C', '10N'])
    yield { kind: 'call', word };
  for (const word of ['whist', 'pass', 'half', 'open', 'closed']) yield { kind: 'declare', word };
  for (const card of fullDeck) yield { kind: 'play', card };
  for (const yes of [true, false]) yield { kind: 'answer', yes };
  yield { kind: 'concede' };
  const hand = state.deal?.won && state.deal.hands[state.deal.won.declarer]!;
  if (hand) yield { kind: 'contract', contract: '8H', discard: hand.slice(-2) };
}

test('20.6: whoever is to act has something legal to do, and everything else is refused', () => {
  fc.assert(
    fc.property(anyConventions, seeds, (conventions, seed) => {
      const random = seededRandom(seed);
      randomGame(conventions, seed, {
        deals: 3,
        visit(state) {
          const toAct = preferans.toAct(state);
          for (const seat of toAct) expect(preferans.legalActions(state, seat)).not.toEqual([]);
          if (random() > 0.05) return;
          for (let seat = 0; seat < conventions.players; seat++) {
            const legal = preferans.legalActions(state, seat).map((each) => JSON.stringify(each));
            for (const action of everything(state)) {
              const listed = legal.includes(JSON.stringify(action));
              const isContract = action.kind === 'contract' && state.deal && !state.deal.named;
              const expected = isContract
                ? toAct.includes(seat) &&
                  (contractsAfter(state.deal!.won!.bid) as string[]).includes('8H')
                : listed;
              // The maker of a waiting offer may play on, though he owes nothing.
              if (state.deal?.play?.offer?.by === seat && action.kind === 'play') continue;
              if (isAdmitted(state, seat, action) !== expected) {
                expect({ seat, action, admitted: !expected }).toEqual({
                  seat,
                  action,
                  admitted: expected,
                });
              }
            }
          }
        },
      });
    }),
    { numRuns: 15 },
  );
});

test('20.7: ten tricks a played deal, and the cards are always exactly the pack', () => {
  fc.assert(
    fc.property(anyConventions, seeds, (conventions, seed) => {
      randomGame(conventions, seed, {
        deals: 5,
        visit({ deal, last, pool }) {
          if (deal) {
            const { hands, talon, named, won, play } = deal;
            const taken = won && won.bid !== 'MB' && won.bid !== '9B';
            const onTable: readonly Card[] = taken ? [] : talon;
            const cards = [
              ...hands.flat(),
              ...onTable,
              ...(named?.discard ?? []),
              ...(play?.cards ?? []),
            ];
            if (cards.length !== 32 || new Set(cards).size !== 32) expect(cards).toEqual(fullDeck);
          }
          const outcome = last?.outcome;
          if (!outcome || !('tricks' in outcome) || !outcome.tricks) return;
          expect(outcome.tricks.reduce((sum, each) => sum + each, 0)).toBe(10);
          expect(pool!.sheet.pool.every((points) => points >= 0)).toBe(true);
        },
      });
    }),
    { numRuns: 15 },
  );
});

test('20.7: nobody ever fails to follow a suit or to trump', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const conventions = preferansConventions({ poolTarget: 200 });
      randomGame(conventions, seed, {
        deals: 4,
        visit({ last }) {
          if (!last?.deal.named || !last.deal.play || last.deal.named.contract === 'M') return;
          const trump = last.deal.named.contract.at(-1);
          const { order, play, deck } = last.deal;
          const tricks = viewFor({ conventions, last }, 'spectator').last!.tricks;
          const hands = new Map(order.map((seat) => [seat, new Set<Card>()]));
          for (const { leader, cards } of tricks) {
            cards.forEach((card, at) =>
              hands.get(order[(order.indexOf(leader) + at) % 3]!)!.add(card),
            );
          }
          expect(play.cards.every((card) => deck.includes(card))).toBe(true);
          for (const { leader, cards } of tricks) {
            cards.forEach((card, at) => {
              const left = hands.get(order[(order.indexOf(leader) + at) % 3]!)!;
              const holds = (suit: string | undefined) =>
                [...left].some((each) => suitOf(each) === suit);
              const led = suitOf(cards[0]!);
              if (suitOf(card) !== led && holds(led)) expect('revoked').toBe(card);
              if (suitOf(card) !== led && suitOf(card) !== trump && holds(trump))
                expect('no trump').toBe(card);
              left.delete(card);
            });
          }
        },
      });
    }),
    { numRuns: 15 },
  );
});

test('20.8: a view does not change when only what its viewer may not see changes', () => {
  let changed = 0;
  fc.assert(
    fc.property(anyConventions, seeds, (conventions, seed) => {
      const random = seededRandom(seed);
      randomGame(conventions, seed, {
        deals: 3,
        visit(state) {
          if (random() > 0.3) return;
          for (const viewer of ['spectator' as const, ...Array(conventions.players).keys()]) {
            const other = hide(state, viewer, random);
            if (JSON.stringify(other) === JSON.stringify(state)) continue;
            changed++;
            expect(viewFor(other, viewer)).toEqual(viewFor(state, viewer));
          }
        },
      });
    }),
    { numRuns: 15 },
  );
  expect(changed).toBeGreaterThan(500);
});

test('20.10: in a game a defender’s mountain grows only if the contract was made', () => {
  fc.assert(
    fc.property(anyConventions, seeds, (conventions, seed) => {
      const deals = writeAll(newPool(conventions, 0), outcomesOf(conventions, seed), conventions);
      for (const { outcome, entries } of deals) {
        for (const { amount, operands } of entries) expect(amountOf(operands)).toBe(amount);
        if (outcome.type !== 'game') continue;
        const { declarer, tricks, contract } = outcome;
        const made = !tricks || tricks[declarer]! >= Number.parseInt(contract, 10);
        const punished = entries.filter(
          ({ column, seat, amount }) => column === 'mountain' && seat !== declarer && amount > 0,
        );
        if (!made) expect(punished).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
