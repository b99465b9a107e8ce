import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DealTally, evennessOf } from '@trellis/facade';
import { describe, expect, test } from 'vitest';
import { CryptoChance } from './crypto-chance.js';

const chance = new CryptoChance();

test('ids are fit for an address and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, () => chance.id());
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('secrets do not repeat, and a commitment is the hash of its secret', () => {
  const drawn = Array.from({ length: 100 }, () => chance.secret());
  expect(new Set(drawn.map(({ secret }) => secret)).size).toBe(100);
  for (const { secret, commitment } of drawn) {
    const bytes = Buffer.from(secret, 'hex');
    expect(bytes).toHaveLength(32);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(commitment);
  }
});

interface Vectors {
  readonly secret: string;
  readonly commitment: string;
  readonly gameId: string;
  readonly contributions: (string | null)[];
  readonly shuffles: { number: number; length: number; order: number[] }[];
}

/** The document and the program cannot drift apart: the vectors are read from there. */
function vectors(): Vectors {
  const page = readFileSync(new URL('../../../../docs/fair-deals.md', import.meta.url), 'utf8');
  const [, json] = /```json\n([^]*?)```/.exec(page) ?? [];
  return JSON.parse(json!) as Vectors;
}

describe('the vectors of docs/fair-deals.md', () => {
  const { secret, commitment, gameId, contributions, shuffles } = vectors();

  test('commitment', () => {
    expect(createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex')).toBe(commitment);
  });

  test.each(shuffles)('shuffle $number of $length', ({ number, length, order }) => {
    expect(chance.order(secret, { gameId, contributions }, number, length)).toEqual(order);
  });
});

test('a shuffle follows from everything it is said to follow from', () => {
  const { secret, gameId, contributions } = vectors();
  const lot = { gameId, contributions };
  const orders = [
    chance.order(secret, lot, 1, 32),
    chance.order(secret, lot, 2, 32),
    chance.order('00'.repeat(32), lot, 1, 32),
    chance.order(secret, { ...lot, gameId: 'other' }, 1, 32),
    chance.order(secret, { ...lot, contributions: contributions.with(1, '22'.repeat(32)) }, 1, 32),
    chance.order(secret, { ...lot, contributions: contributions.toReversed() }, 1, 32),
  ];
  expect(new Set(orders.map((order) => order.join())).size).toBe(orders.length);
});

// The same shuffles every time, so that it never fails by chance; a million of them: npm run check:shuffles.
test('100,000 decks: each card comes to each place about as often', { timeout: 60_000 }, () => {
  const secret = '5e'.repeat(32);
  const tally = new DealTally();
  for (let game = 0; game < 1000; game++) {
    const lot = { gameId: `game-${game}`, contributions: [null, 'ab'.repeat(32)] };
    const steps = Array.from({ length: 100 }, (_, number) => ({
      ...{ kind: 'shuffled' as const, at: 0 },
      order: chance.order(secret, lot, number + 1, 32),
    }));
    tally.add({ game: 'deck', steps });
  }
  const [counts] = tally.all();
  expect(counts!.shuffles).toBe(100_000);
  expect(evennessOf(counts!).probability).toBeGreaterThan(0.001);
  expect(evennessOf(counts!).probability).toBeLessThan(0.999);
});

test('random is in [0, 1)', () => {
  for (let i = 0; i < 1000; i++) {
    const drawn = chance.random();
    expect(drawn).toBeGreaterThanOrEqual(0);
    expect(drawn).toBeLessThan(1);
  }
});
