import type { PaintChange, PaintState } from './paint-game.js';
import type { Walker } from './walker.js';
import type { Happening } from './worlds.js';

/** A walker and the room he is in. */
export type Placed = readonly [room: string, walker: Walker];

/** What one process tells the others of the worlds. */
export type News =
  /** It has just come, or lost touch: the others answer with `whole`. */
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'happened';
      readonly happened: readonly Happening[];
      readonly painted: readonly PaintChange[];
    }
  /** All its own walkers, said again and again: it lives, and a message that was lost did no lasting harm. */
  | { readonly kind: 'whole'; readonly walkers: readonly Placed[]; readonly paint?: PaintState }
  | { readonly kind: 'gone' };

/**
 * Carries news between the processes of a club. Nothing is promised: news may be lost, but those of one process come in
 * its order and never back to itself.
 */
export abstract class WorldNews {
  /** This process, among the others. */
  abstract readonly self: string;
  abstract publish(news: News): void;
  abstract subscribe(listener: (from: string, news: News) => void): void;
  abstract close(): Promise<void>;
}

/** One process is the whole club. */
export class SoleWorldNews extends WorldNews {
  readonly self = 'sole';

  publish(): void {}

  subscribe(): void {}

  async close(): Promise<void> {}
}
