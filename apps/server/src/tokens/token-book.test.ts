import { memoryStorage } from '@trellis/storage';
import { beforeEach, expect, test } from 'vitest';
import { TokenBook } from './token-book.js';

const day = 24 * 60 * 60 * 1000;
let now: number;
let book: TokenBook;
const storage = () => memoryStorage({ presetOf: () => 'own' }).tokens;
let tokens: ReturnType<typeof storage>;
beforeEach(async () => {
  now = 1000;
  tokens = storage();
  book = new TokenBook(
    tokens,
    () => undefined,
    () => now,
  );
  await book.start();
});

const wanted = { name: 'bot', scopes: ['play'] as const, days: 2 };

test('a token is good until its last moment', async () => {
  const { secret, token } = await book.make('ann', 'program', wanted);
  const known = book.read(secret)!;
  expect(known).toMatchObject({ id: token.id, owner: 'ann', program: 'program' });
  now += 2 * day - 1;
  expect(book.holds(known)).toBe(true);
  now += 1;
  expect(book.holds(known)).toBe(false);
  expect(book.read(secret)).toBeUndefined();
  expect(book.of('ann')).toEqual([]);
});

test('secrets differ, look like ours, and nothing else is one', async () => {
  const made = [await book.make('ann', 'p', wanted), await book.make('ann', 'p', wanted)];
  expect(new Set(made.map(({ secret }) => secret)).size).toBe(2);
  for (const { secret, token } of made) {
    expect(secret).toMatch(/^trellis_[\w-]{43}$/);
    expect(book.read(token.hash)).toBeUndefined();
    expect(book.read(secret.slice(0, -1))).toBeUndefined();
  }
  expect(book.read('')).toBeUndefined();
});

test('use is noted once an hour', async () => {
  const { secret } = await book.make('ann', 'p', wanted);
  const lastUsed = async () => (await tokens.living(now))[0]?.lastUsed;
  book.read(secret);
  now += 60_000;
  book.read(secret);
  expect(await lastUsed()).toBe(1000);
  now += 60 * 60_000;
  book.read(secret);
  expect(await lastUsed()).toBe(now);
});

test('revoking all spares what was made afterwards', async () => {
  const old = await book.make('ann', 'p', wanted);
  now += 1;
  const fresh = await book.make('ann', 'p', wanted);
  const ended: string[] = [];
  book.onEnded((id) => ended.push(id));
  await book.revokeAll('ann', now);
  expect(ended).toEqual([old.token.id]);
  expect([book.read(old.secret), book.read(fresh.secret)?.id]).toEqual([undefined, fresh.token.id]);
});

test('processes tell each other, and read again what they may have missed', async () => {
  const other = new TokenBook(
    tokens,
    () => undefined,
    () => now,
  );
  const told = { made: [] as string[], ended: [] as string[] };
  book = new TokenBook(
    tokens,
    () => undefined,
    () => now,
    {
      made: (token) => {
        told.made.push(token.id);
        other.learn(token);
      },
      ended: (id) => told.ended.push(id),
    },
  );
  const { secret, token } = await book.make('ann', 'p', wanted);
  expect(other.read(secret)?.id).toBe(token.id);
  const ended: string[] = [];
  other.onEnded((id) => ended.push(id));
  await book.revoke('ann', token.id);
  expect(told).toEqual({ made: [token.id], ended: [token.id] });
  await other.start();
  expect([other.read(secret), ended]).toEqual([undefined, [token.id]]);
});
