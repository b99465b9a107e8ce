import type { Players, Token, Tokens } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

function aToken(id: string, rest: Partial<Token> = {}): Token {
  return {
    id,
    hash: `hash-${id}`,
    owner: 'ann',
    program: 'program',
    name: 'My робот',
    scopes: ['play', 'chat'],
    createdAt: 1_000,
    expiresAt: 9_000,
    lastUsed: null,
    ...rest,
  };
}

/** What every `Tokens` promises. `make` gives none, and the players of its club. */
export function tokensContract(
  name: string,
  make: () => Promise<{ tokens: Tokens; players: Players }>,
): void {
  describe(`tokens: ${name}`, () => {
    let tokens: Tokens;
    beforeEach(async () => {
      const club = await make();
      tokens = club.tokens;
      for (const player of ['ann', 'bob', 'program']) await signIn(club.players, player);
    });

    test('reads back what is good, oldest first', async () => {
      const later = aToken('b', { owner: 'bob', createdAt: 2_000, scopes: [] });
      const old = aToken('c', { expiresAt: 5_000 });
      for (const token of [later, aToken('a'), old]) await tokens.add(token);
      expect(await tokens.living(4_999)).toHaveLength(3);
      expect(await tokens.living(5_000)).toEqual([aToken('a'), later]);
    });

    test('the same id or the same hash twice is refused', async () => {
      await tokens.add(aToken('a'));
      await expect(tokens.add(aToken('a', { hash: 'other' }))).rejects.toThrow();
      await expect(tokens.add(aToken('b', { hash: 'hash-a' }))).rejects.toThrow();
      expect(await tokens.living(0)).toEqual([aToken('a')]);
    });

    test('remembers when it was used, and forgets what is removed', async () => {
      await tokens.add(aToken('a'));
      await tokens.used('a', 3_000);
      expect(await tokens.living(0)).toEqual([aToken('a', { lastUsed: 3_000 })]);
      await tokens.remove('a');
      await tokens.remove('a');
      await tokens.used('a', 4_000);
      expect(await tokens.living(0)).toEqual([]);
    });
  });
}
