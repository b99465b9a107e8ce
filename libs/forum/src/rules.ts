import { Refusal } from '@trellis/games/kit';
import type { Activity } from './writing.js';

const day = 24 * 60 * 60 * 1000;

/** Somebody who wants to write. */
export interface Writer {
  readonly memberSince: number;
  readonly isEditor: boolean;
  /** What he wrote in the last day. */
  readonly lastDay: Activity;
}

/** How much may be written in a day, and how many links a post may have. */
export const writingLimits = {
  newcomer: { threads: 3, posts: 15, links: 2 },
  member: { threads: 20, posts: 300, links: 50 },
} as const;

/** Who has been a member for less than a day, or has not written three posts yet. */
export function isNewcomer({ memberSince, lastDay }: Writer, now: number): boolean {
  return now - memberSince < day || lastDay.postsEver < 3;
}

/** Since when `lastDay` counts. */
export function dayBefore(now: number): number {
  return now - day;
}

/** Refuses with `newcomers-links`, `enough-threads` or `enough-posts`. Editors write as much as they like. */
export function mustBeWithinLimits(
  writer: Writer,
  { opens, links }: { readonly opens: boolean; readonly links: number },
  now: number,
): void {
  if (writer.isEditor) return;
  const newcomer = isNewcomer(writer, now);
  const limits = newcomer ? writingLimits.newcomer : writingLimits.member;
  if (links > limits.links)
    throw new Refusal(
      newcomer ? 'newcomers-links' : 'too-many-links',
      `A post of yours has at most ${limits.links} links.`,
    );
  if (opens && writer.lastDay.threads >= limits.threads)
    throw new Refusal('enough-threads', `At most ${limits.threads} threads a day.`);
  if (writer.lastDay.posts >= limits.posts)
    throw new Refusal('enough-posts', `At most ${limits.posts} posts a day.`);
}
