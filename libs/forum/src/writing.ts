import type { Place, PlayerId, Post, PostId, Thread, ThreadHead, ThreadId } from '@trellis/facade';

/** A text in its three forms. The server makes the last two of the first when it is saved. */
export interface WrittenText {
  readonly markdown: string;
  /** Sanitised. */
  readonly html: string;
  /** What is searched: the words alone. */
  readonly text: string;
}

export interface NewPost extends WrittenText {
  /** Made of what the writer's browser sent, so that a repeated request is the same post. */
  readonly id: PostId;
  readonly author: PlayerId;
  readonly at: number;
  readonly replyTo: number | null;
}

export interface NewThread {
  readonly id: ThreadId;
  readonly place: Place;
  readonly section: string;
  readonly title: string;
  readonly opening: NewPost;
}

/** What only its author, and whoever looks closer, reads of a post. */
export interface PostSource {
  readonly post: Post;
  readonly threadId: ThreadId;
  readonly title: string;
  readonly markdown: string;
  /** What stood there before, oldest first. */
  readonly earlier: readonly { readonly html: string; readonly until: number }[];
}

export interface Edit extends WrittenText {
  readonly id: PostId;
  readonly at: number;
  /** The version that was looked at: an edit of an older one is refused. */
  readonly version: number;
  /** Of an opening post: the thread's new title. */
  readonly title?: string;
}

export interface Changed {
  readonly head: ThreadHead;
  readonly post: Post;
}

/** How much somebody has written since a moment, and ever. */
export interface Activity {
  readonly threads: number;
  readonly posts: number;
  readonly postsEver: number;
}

export interface Found {
  readonly thread: ThreadHead;
  readonly post: Pick<Post, 'id' | 'number' | 'author' | 'at'>;
  /** A part of the text, the words that were looked for between U+0002 and U+0003. */
  readonly excerpt: string;
}

/** A thread that somebody follows, and how far he has read it. */
export interface Subscription {
  readonly thread: ThreadHead;
  readonly seen: number;
}

export interface Draft {
  readonly id: string;
  readonly place: Place;
  readonly section: string;
  readonly title: string;
  readonly markdown: string;
  readonly savedAt: number;
}

export const foundMost = 50;
export const draftsMost = 50;
export const subscriptionsMost = 200;
/** A thread that has so many posts takes no more: another one is begun. */
export const longestThread = 1_000;

/** What people wrote, durably. */
export abstract class ForumStore {
  /** The threads that were written in last, whole. */
  abstract newest(most: number): Promise<readonly Thread[]>;
  /** Heads that were written in last (blog: begun) before this moment. */
  abstract older(
    place: Place,
    section: string | undefined,
    before: number,
    most: number,
  ): Promise<readonly ThreadHead[]>;
  abstract thread(id: ThreadId): Promise<Thread | undefined>;
  abstract source(id: PostId): Promise<PostSource | undefined>;
  /** The same opening post again is the same thread. */
  abstract start(thread: NewThread): Promise<Thread>;
  /**
   * The same post again changes nothing. Refuses with `not-found` (no thread), `thread-closed`, `thread-full`, and `bad-reply`
   * when the post it answers is not there.
   */
  abstract reply(thread: ThreadId, post: NewPost): Promise<Changed>;
  /** Refuses with `not-found`, also of a removed post, and `edited-meanwhile`. */
  abstract edit(edit: Edit): Promise<Changed>;
  /** Its words are gone for everybody; its number stays. Refuses with `not-found`. */
  abstract remove(id: PostId, by: 'author' | 'editor', at: number): Promise<Changed>;
  /** Refuses with `not-found`. */
  abstract setClosed(id: ThreadId, closed: boolean): Promise<ThreadHead>;
  abstract activity(author: PlayerId, since: number): Promise<Activity>;
  /** Words in any of the club's languages and in any of their forms; the best first, at most `foundMost`. */
  abstract search(words: string): Promise<readonly Found[]>;
  /** Follows from now on, having read up to `seen`; reading less than before changes nothing. */
  abstract follow(player: PlayerId, thread: ThreadId, seen: number): Promise<void>;
  abstract unfollow(player: PlayerId, thread: ThreadId): Promise<void>;
  /** Does nothing for somebody who does not follow. */
  abstract read(player: PlayerId, thread: ThreadId, seen: number): Promise<void>;
  /** What was written in last first, at most `subscriptionsMost`. */
  abstract subscriptions(player: PlayerId): Promise<readonly Subscription[]>;
  /** Everybody who follows the thread. */
  abstract followers(thread: ThreadId): Promise<readonly PlayerId[]>;
  /** How many threads that he follows have something that he has not read. */
  abstract unreadThreads(player: PlayerId): Promise<number>;
  abstract drafts(author: PlayerId): Promise<readonly Draft[]>;
  /** Refuses with `too-many-drafts`. */
  abstract saveDraft(author: PlayerId, draft: Draft): Promise<void>;
  abstract dropDraft(author: PlayerId, id: string): Promise<void>;
}
