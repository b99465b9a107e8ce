import { z } from 'zod';
import type { Place, PlayerCard, Post, Thread, ThreadHead } from '@trellis/facade';

/** What the forum and the blog are asked by HTTP, under `/api/forum`. Reading from there takes a signed-in player; pages read memory. */

/** Made by the writer's browser for each text: the same key again is the same post, so trying again writes nothing twice. */
const Key = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
const PlaceName = z.enum(['forum', 'blog']);
const Section = z.string().max(40);
const Title = z.string().max(1000);
const Markdown = z.string();

/** `POST /api/forum/threads`. Answer: `ThreadStarted`. */
export const StartThread = z.strictObject({
  key: Key,
  place: PlaceName,
  section: Section,
  title: Title,
  markdown: Markdown,
  /** The draft that this was; it goes when the thread is there. */
  draft: Key.optional(),
});
export interface ThreadStarted {
  readonly id: string;
}

/** `POST /api/forum/threads/:id/posts`. Answer: `PostWritten`. */
export const WritePost = z.strictObject({
  key: Key,
  markdown: Markdown,
  /** The number of the post that this one answers. */
  replyTo: z.number().int().positive().optional(),
});
export interface PostWritten {
  readonly number: number;
}

/** `PATCH /api/forum/posts/:id`. Answer: `PostWritten`. */
export const EditPost = z.strictObject({
  markdown: Markdown,
  title: Title.optional(),
  /** The version that was looked at. */
  version: z.number().int().positive(),
});

/** `PATCH /api/forum/threads/:id`, for editors. */
export const ChangeThread = z.strictObject({ closed: z.boolean() });

/** `PUT /api/forum/threads/:id/subscription`: follow or not; `seen` says up to which post it was read. */
export const Follow = z.strictObject({
  follows: z.boolean().optional(),
  seen: z.number().int().nonnegative().optional(),
});

/** `POST /api/forum/preview`. Answer: `Preview`. */
export const AskPreview = z.strictObject({ markdown: Markdown });
export interface Preview {
  readonly html: string;
}

/** `PUT /api/forum/drafts/:id` */
export const SaveDraft = z.strictObject({
  place: PlaceName,
  section: Section,
  title: Title,
  markdown: Markdown,
});
/** `GET /api/forum/drafts`, newest first. */
export interface DraftsAnswer {
  readonly drafts: readonly {
    readonly id: string;
    readonly place: Place;
    readonly section: string;
    readonly title: string;
    readonly markdown: string;
    readonly savedAt: number;
  }[];
}

/** `GET /api/forum/threads/:id` */
export interface ThreadAnswer {
  readonly thread: Thread;
}
/** `GET /api/forum/threads?place=&section=&before=` */
export interface ThreadsAnswer {
  readonly threads: readonly ThreadHead[];
}
/** `GET /api/forum/posts/:id` */
export interface PostAnswer {
  readonly post: Post;
  readonly title: string;
  readonly markdown: string;
  /** What stood there before, oldest first. */
  readonly earlier: readonly { readonly html: string; readonly until: number }[];
}
/** `GET /api/forum/search?q=` */
export interface SearchAnswer {
  readonly found: readonly {
    readonly thread: ThreadHead;
    readonly post: { readonly number: number; readonly author: PlayerCard; readonly at: number };
    /** The words that were looked for stand between U+0002 and U+0003. */
    readonly excerpt: string;
  }[];
}
/** `GET /api/forum/subscriptions`, what was written in last first. */
export interface SubscriptionsAnswer {
  readonly subscriptions: readonly { readonly thread: ThreadHead; readonly seen: number }[];
}
/** `GET /api/forum/drafts`'s and others' answer to what has none. */
export interface Done {
  readonly ok: true;
}
