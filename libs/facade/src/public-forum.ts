import type { PlayerCard } from './public-club.js';

export type ThreadId = string;
export type PostId = string;

/** Where a thread stands: a topic of the forum, or an article of the blog with its comments. */
export type Place = 'forum' | 'blog';

/** A thread as a list shows it. */
export interface ThreadHead {
  readonly id: ThreadId;
  readonly place: Place;
  /** A section of the forum; of the blog `club` or `members`. */
  readonly section: string;
  readonly title: string;
  readonly author: PlayerCard;
  readonly startedAt: number;
  /** How many posts it has, the opening one included. */
  readonly size: number;
  readonly last: { readonly author: PlayerCard; readonly at: number };
  /** The beginning of the opening post, without marks. */
  readonly excerpt: string;
  /** Nobody may answer any more. */
  readonly closed: boolean;
  /** Grows with every change of the head. */
  readonly version: number;
}

/** One text of a thread, as everybody reads it. */
export interface Post {
  readonly id: PostId;
  /** Counts from 1, the opening post, without gaps. */
  readonly number: number;
  readonly author: PlayerCard;
  readonly at: number;
  /** Sanitised when it was saved; empty when the post was removed. */
  readonly html: string;
  /** The number of the post it answers. */
  readonly replyTo: number | null;
  readonly editedAt: number | null;
  /** By its author, or by an editor of the club. */
  readonly removed: 'author' | 'editor' | null;
  /** Grows with every change of the post. */
  readonly version: number;
}

export interface Thread {
  readonly head: ThreadHead;
  /** By number, all of them. */
  readonly posts: readonly Post[];
}

/** How many threads memory starts with: those that were written in last. */
export const threadsInSnapshot = 300;
/** A page of a thread shows so many posts. */
export const postsOnPage = 25;
