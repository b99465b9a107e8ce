import { Tokens, type Token } from '@trellis/players';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryTokens extends Tokens {
  private readonly tokens = new Map<string, Token>();

  constructor(club: MemoryClub) {
    super();
    club.onExport((his) => ({
      access_token: [...this.tokens.values()]
        .filter(({ owner }) => his(owner))
        .map(({ hash: _secret, ...token }) => token),
    }));
    club.onDelete((his) => {
      for (const { id, owner } of [...this.tokens.values()]) if (his(owner)) this.tokens.delete(id);
    });
  }

  async add(token: Token): Promise<void> {
    const isSame = ({ id, hash }: Token) => id === token.id || hash === token.hash;
    if ([...this.tokens.values()].some(isSame)) throw new Error('This token is there already.');
    this.tokens.set(token.id, copy(token));
  }

  async living(now: number): Promise<readonly Token[]> {
    return [...this.tokens.values()]
      .filter(({ expiresAt }) => expiresAt > now)
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(copy);
  }

  async remove(id: string): Promise<void> {
    this.tokens.delete(id);
  }

  async used(id: string, at: number): Promise<void> {
    const token = this.tokens.get(id);
    if (token) this.tokens.set(id, { ...token, lastUsed: at });
  }
}
