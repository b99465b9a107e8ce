import type { PlayerId } from '@trellis/facade';

/** What a token opens: reading what signed-in people may read, playing at tables, talking. */
export const scopes = ['read', 'play', 'chat'] as const;
export type Scope = (typeof scopes)[number];

/** How many tokens one person may have at a time. */
export const mostTokens = 20;

/** A token as the club keeps it: enough to know it again, nothing to use it with. */
export interface Token {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly owner: PlayerId;
  /** The account that plays with it (`programOf`). */
  readonly program: PlayerId;
  /** What the owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the hour or so; null when it was never used. */
  readonly lastUsed: number | null;
}

/** Tokens outlive the process. */
export abstract class Tokens {
  abstract add(token: Token): Promise<void>;
  /** All that are good at `now` (ms); the others may be removed. Oldest first. */
  abstract living(now: number): Promise<readonly Token[]>;
  abstract remove(id: string): Promise<void>;
  abstract used(id: string, at: number): Promise<void>;
}
