import type { Moment } from '@trellis/games/kit';

/** What the page asks of the worker: one game, once. To stop it, end the worker. */
export interface Order {
  readonly game: string;
  readonly moments: readonly Moment[];
}

/** What the worker tells, part by part in order. */
export type Told =
  | { readonly kind: 'found'; readonly finding: unknown; readonly parts: number }
  | { readonly kind: 'done' };
