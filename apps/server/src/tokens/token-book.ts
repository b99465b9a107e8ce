import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { mostTokens, type Scope, type Token, type Tokens } from '@trellis/players';

/** A token that somebody has shown. */
export type KnownToken = Pick<Token, 'id' | 'owner' | 'program' | 'scopes' | 'expiresAt'>;

/** What other processes of the club must hear. */
export interface TokenNews {
  made(token: Token): void;
  ended(tokenId: string): void;
}

export interface WantedToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/** Makes a leaked one easy to find, and to tell from other secrets. */
const prefix = 'trellis_';
const dayMs = 24 * 60 * 60 * 1000;
/** That a token was used is written down this often at most (ms). */
const useNotedEvery = 60 * 60 * 1000;

/**
 * The personal tokens. All that are good are in memory, so that whoever shows one, good or bad, asks nothing of the storage.
 * The club keeps their hashes only: they are random enough that a plain one cannot be turned back.
 */
export class TokenBook {
  private readonly byHash = new Map<string, Token>();
  private readonly listeners = new Set<(tokenId: string) => void>();
  private readonly learners = new Set<(token: Token) => void>();

  constructor(
    private readonly tokens: Tokens,
    private readonly report: (error: unknown) => void,
    private readonly now: () => number = Date.now,
    /** Tells the other processes. */
    private readonly tell: TokenNews = { made: () => undefined, ended: () => undefined },
  ) {}

  /**
   * Reads what is stored. Before it is done once no token is good; again after losing touch with the other processes, whose
   * news may have been missed.
   */
  async start(): Promise<void> {
    const living = await this.tokens.living(this.now());
    const ids = new Set(living.map(({ id }) => id));
    for (const { id } of [...this.byHash.values()]) if (!ids.has(id)) this.drop(id);
    for (const token of living) this.learn(token);
  }

  /** A token that is stored already: another process made it. */
  learn(token: Token): void {
    this.byHash.set(token.hash, token);
    for (const learner of this.learners) learner(token);
  }

  /** A token is over: it was revoked here or in another process. */
  drop(id: string): void {
    const token = this.find(id);
    if (!token) return;
    this.byHash.delete(token.hash);
    for (const listener of this.listeners) listener(id);
  }

  /** The secret is in the answer and nowhere else. Refuses more than `mostTokens`. */
  async make(
    owner: PlayerId,
    program: PlayerId,
    { name, scopes, days }: WantedToken,
  ): Promise<{ readonly token: Token; readonly secret: string }> {
    if (this.of(owner).length >= mostTokens)
      throw new Refusal('too-many-tokens', `You have ${mostTokens} tokens: revoke one first.`);
    const secret = prefix + randomBytes(32).toString('base64url');
    const createdAt = this.now();
    const token: Token = {
      ...{ id: randomBytes(9).toString('base64url'), hash: hashOf(secret), owner, program, name },
      ...{ scopes, createdAt, expiresAt: createdAt + days * dayMs, lastUsed: null },
    };
    await this.tokens.add(token);
    this.learn(token);
    this.tell.made(token);
    return { token, secret };
  }

  /** Oldest first. */
  of(owner: PlayerId): readonly Token[] {
    return [...this.byHash.values()].filter((token) => token.owner === owner && this.holds(token));
  }

  /** The token that has this secret, if it is good. */
  read(secret: string): KnownToken | undefined {
    const token = this.byHash.get(hashOf(secret));
    if (!token || !this.holds(token)) return undefined;
    this.note(token);
    return token;
  }

  /** Whether a token that was read earlier is still good. */
  holds({ id, expiresAt }: KnownToken): boolean {
    return this.now() < expiresAt && this.find(id) !== undefined;
  }

  /** Takes effect at once, then it is stored: when that rejects the token would be good again after a restart. */
  async revoke(owner: PlayerId, id: string): Promise<void> {
    const token = this.find(id);
    if (!token || token.owner !== owner)
      throw new Refusal('no-such-token', 'There is no such token.');
    await this.remove(token);
  }

  /** Signing out everywhere, a ban and a deletion end the tokens that were made before (ms), too. */
  async revokeAll(owner: PlayerId, before: number): Promise<void> {
    const old = this.of(owner).filter(({ createdAt }) => createdAt < before);
    await Promise.all(old.map((token) => this.remove(token)));
  }

  /** Whoever keeps connections open for tokens closes them when told here. Returns how to stop. */
  onEnded(listener: (tokenId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told of every token that is known, now and later. */
  onKnown(learner: (token: Token) => void): void {
    this.learners.add(learner);
    for (const token of this.byHash.values()) learner(token);
  }

  private async remove(token: Token): Promise<void> {
    this.drop(token.id);
    this.tell.ended(token.id);
    await this.tokens.remove(token.id);
  }

  private find(id: string): Token | undefined {
    for (const token of this.byHash.values()) if (token.id === id) return token;
    return undefined;
  }

  private note(token: Token): void {
    const now = this.now();
    if (token.lastUsed !== null && now - token.lastUsed < useNotedEvery) return;
    this.byHash.set(token.hash, { ...token, lastUsed: now });
    this.tokens.used(token.id, now).catch(this.report);
  }
}

/** Refuses what a token does not reach. Who shows a session may do everything. */
export function mustReach(token: KnownToken | undefined, scope: Scope): void {
  if (token && !token.scopes.includes(scope))
    throw new Refusal('missing-scope', `The token lacks the scope "${scope}".`, { scope });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
