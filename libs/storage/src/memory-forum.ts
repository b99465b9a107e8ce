import type { Place, PlayerId, Post, PostId, Thread, ThreadHead, ThreadId } from '@trellis/facade';
import {
  ForumStore,
  draftsMost,
  excerptOf,
  foundMost,
  longestThread,
  subscriptionsMost,
  type Changed,
  type Draft,
  type Edit,
  type Found,
  type NewPost,
  type NewThread,
  type PostSource,
  type Subscription,
} from '@trellis/forum';
import { Refusal } from '@trellis/games/kit';
import { copy, type MemoryClub, type PersonalParts } from './memory-club.js';

interface StoredPost extends Omit<Post, 'author'> {
  readonly threadId: ThreadId;
  readonly author: PlayerId;
  readonly markdown: string;
  readonly words: string;
  readonly earlier: readonly { readonly html: string; readonly until: number }[];
}

type StoredThread = Omit<ThreadHead, 'author' | 'last'> & {
  readonly author: PlayerId;
  readonly last: { readonly author: PlayerId; readonly at: number };
};

export class MemoryForum extends ForumStore {
  private readonly threads = new Map<ThreadId, StoredThread>();
  private readonly posts = new Map<PostId, StoredPost>();
  private readonly seen = new Map<PlayerId, Map<ThreadId, number>>();
  private readonly kept = new Map<PlayerId, Map<string, Draft>>();

  constructor(private readonly club: MemoryClub) {
    super();
    club.onExport((his) => this.writtenBy(his));
    club.onDelete((his) => {
      for (const kept of [this.seen, this.kept])
        for (const id of [...kept.keys()]) if (his(id)) kept.delete(id);
    });
  }

  private writtenBy(his: (id: PlayerId) => boolean): PersonalParts {
    const posts = [...this.posts.values()].filter(({ author }) => his(author));
    const of = <T>(kept: ReadonlyMap<PlayerId, ReadonlyMap<string, T>>) =>
      [...kept].flatMap(([id, each]) => (his(id) ? [...each] : []));
    return {
      thread: [...this.threads.values()].filter(({ author }) => his(author)),
      post: posts.map(({ earlier: _earlier, ...post }) => post),
      earlier_post: posts.flatMap(({ id, earlier }) => earlier.map((each) => ({ id, ...each }))),
      draft: of(this.kept).map(([, draft]) => draft),
      subscription: of(this.seen).map(([thread, seen]) => ({ thread, seen })),
    };
  }

  async newest(most: number): Promise<readonly Thread[]> {
    const newest = [...this.threads.values()].sort((a, b) => b.last.at - a.last.at);
    return newest.slice(0, most).map(({ id }) => this.whole(id));
  }

  async older(place: Place, section: string | undefined, before: number, most: number) {
    const at = ({ last, startedAt }: StoredThread) => (place === 'forum' ? last.at : startedAt);
    return [...this.threads.values()]
      .filter((each) => each.place === place && (section ?? each.section) === each.section)
      .filter((each) => at(each) < before)
      .sort((a, b) => at(b) - at(a))
      .slice(0, most)
      .map((each) => this.head(each.id));
  }

  async thread(id: ThreadId): Promise<Thread | undefined> {
    return this.threads.has(id) ? this.whole(id) : undefined;
  }

  async source(id: PostId): Promise<PostSource | undefined> {
    const post = this.posts.get(id);
    if (!post) return undefined;
    const { threadId, markdown, earlier } = post;
    return { post: this.post(post), threadId, title: this.head(threadId).title, markdown, earlier };
  }

  async start({ id, place, section, title, opening }: NewThread): Promise<Thread> {
    if (!this.threads.has(id)) {
      this.club.cardOf(opening.author);
      const last = { author: opening.author, at: opening.at };
      const excerpt = excerptOf(opening.text);
      this.threads.set(id, {
        ...{ id, place, section, title, excerpt, last, author: opening.author },
        ...{ startedAt: opening.at, size: 1, closed: false, version: 1 },
      });
      this.keep(id, opening, 1, `${title}\n${opening.text}`);
    }
    return this.whole(id);
  }

  async reply(threadId: ThreadId, post: NewPost): Promise<Changed> {
    if (!this.posts.has(post.id)) {
      const thread = this.threads.get(threadId);
      if (!thread) throw new Refusal('not-found', 'There is no such thread.');
      if (thread.closed) throw new Refusal('thread-closed', 'Nobody may answer here any more.');
      if (thread.size >= longestThread)
        throw new Refusal('thread-full', 'This thread is full. Begin another one.');
      if (post.replyTo !== null && post.replyTo > thread.size)
        throw new Refusal('bad-reply', 'The post that this answers is not there.');
      this.keep(threadId, post, thread.size + 1, post.text);
      const last = { author: post.author, at: post.at };
      this.change(threadId, { size: thread.size + 1, last });
    }
    return this.changed(post.id);
  }

  async edit({ id, at, version, title, markdown, html, text }: Edit): Promise<Changed> {
    const before = this.posts.get(id);
    if (!before || before.removed !== null) throw noPost();
    if (before.version !== version)
      throw new Refusal('edited-meanwhile', 'The post is not what you looked at any more.');
    const opens = before.number === 1;
    const newTitle = (opens && title) || this.head(before.threadId).title;
    this.posts.set(id, {
      ...before,
      ...copy({ markdown, html }),
      words: opens ? `${newTitle}\n${text}` : text,
      editedAt: at,
      version: version + 1,
      earlier: [...before.earlier, { html: before.html, until: at }],
    });
    this.change(before.threadId, opens ? { title: newTitle, excerpt: excerptOf(text) } : {});
    return this.changed(id);
  }

  async remove(id: PostId, by: 'author' | 'editor', at: number): Promise<Changed> {
    const before = this.posts.get(id);
    if (!before) throw noPost();
    if (before.removed === null) {
      const nothing = { markdown: '', html: '', words: '', earlier: [] };
      const version = before.version + 1;
      this.posts.set(id, { ...before, ...nothing, removed: by, editedAt: at, version });
      this.change(before.threadId, before.number === 1 ? { excerpt: '' } : {});
    }
    return this.changed(id);
  }

  async setClosed(id: ThreadId, closed: boolean): Promise<ThreadHead> {
    if (!this.threads.has(id)) throw new Refusal('not-found', 'There is no such thread.');
    this.change(id, { closed });
    return this.head(id);
  }

  async activity(author: PlayerId, since: number) {
    const own = [...this.posts.values()].filter((post) => post.author === author);
    const posts = own.filter(({ at }) => at >= since).length;
    const threads = [...this.threads.values()].filter(
      (thread) => thread.author === author && thread.startedAt >= since,
    ).length;
    return { threads, posts, postsEver: own.length };
  }

  async search(words: string): Promise<readonly Found[]> {
    const wanted = wordsOf(words);
    if (wanted.length === 0) return [];
    return [...this.posts.values()]
      .filter(({ removed }) => removed === null)
      .filter(({ words }) => {
        const there = wordsOf(words);
        return wanted.every((word) => there.some((each) => isSame(each, word)));
      })
      .sort((a, b) => b.at - a.at)
      .slice(0, foundMost)
      .map((post) => {
        const { id, number, author, at } = this.post(post);
        return {
          thread: this.head(post.threadId),
          post: { id, number, author, at },
          excerpt: marked(excerptOf(post.words), wanted),
        };
      });
  }

  async follow(player: PlayerId, thread: ThreadId, seen: number): Promise<void> {
    const followed = this.seen.get(player) ?? new Map<ThreadId, number>();
    this.seen.set(player, followed.set(thread, Math.max(seen, followed.get(thread) ?? 0)));
  }

  async unfollow(player: PlayerId, thread: ThreadId): Promise<void> {
    this.seen.get(player)?.delete(thread);
  }

  async read(player: PlayerId, thread: ThreadId, seen: number): Promise<void> {
    if (this.seen.get(player)?.has(thread)) await this.follow(player, thread, seen);
  }

  async followers(thread: ThreadId): Promise<readonly PlayerId[]> {
    return [...this.seen].flatMap(([player, followed]) => (followed.has(thread) ? [player] : []));
  }

  async unreadThreads(player: PlayerId): Promise<number> {
    const followed = await this.subscriptions(player);
    return followed.filter(({ thread, seen }) => seen < thread.size).length;
  }

  async subscriptions(player: PlayerId): Promise<readonly Subscription[]> {
    return [...(this.seen.get(player) ?? [])]
      .map(([id, seen]) => ({ thread: this.head(id), seen }))
      .sort((a, b) => b.thread.last.at - a.thread.last.at)
      .slice(0, subscriptionsMost);
  }

  async drafts(author: PlayerId): Promise<readonly Draft[]> {
    return [...(this.kept.get(author)?.values() ?? [])].sort((a, b) => b.savedAt - a.savedAt);
  }

  async saveDraft(author: PlayerId, draft: Draft): Promise<void> {
    const drafts = this.kept.get(author) ?? new Map<string, Draft>();
    if (!drafts.has(draft.id) && drafts.size >= draftsMost)
      throw new Refusal('too-many-drafts', `At most ${draftsMost} drafts are kept.`);
    this.kept.set(author, drafts.set(draft.id, copy(draft)));
  }

  async dropDraft(author: PlayerId, id: string): Promise<void> {
    this.kept.get(author)?.delete(id);
  }

  private keep(threadId: ThreadId, post: NewPost, number: number, words: string): void {
    const { id, author, at, markdown, html, replyTo } = post;
    this.posts.set(id, {
      ...copy({ id, author, at, markdown, html, replyTo, words, threadId, number }),
      ...{ editedAt: null, removed: null, version: 1, earlier: [] },
    });
  }

  private change(id: ThreadId, by: Partial<StoredThread>): void {
    const thread = this.threads.get(id)!;
    this.threads.set(id, { ...thread, ...by, version: thread.version + 1 });
  }

  private changed(id: PostId): Changed {
    const post = this.posts.get(id)!;
    return { head: this.head(post.threadId), post: this.post(post) };
  }

  private head(id: ThreadId): ThreadHead {
    const thread = this.threads.get(id)!;
    const last = { ...thread.last, author: this.club.cardOf(thread.last.author) };
    return { ...thread, author: this.club.cardOf(thread.author), last };
  }

  private post(stored: StoredPost): Post {
    const { id, number, at, html, replyTo, editedAt, removed, version, author } = stored;
    const plain = { id, number, at, html, replyTo, editedAt, removed, version };
    return { ...plain, author: this.club.cardOf(author) };
  }

  private whole(id: ThreadId): Thread {
    const posts = [...this.posts.values()].filter(({ threadId }) => threadId === id);
    return {
      head: this.head(id),
      posts: posts.sort((a, b) => a.number - b.number).map((post) => this.post(post)),
    };
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same word in another form: a memory of a test needs no dictionary. */
function isSame(one: string, other: string): boolean {
  const stem = Math.max(3, Math.min(one.length, other.length) - 2);
  return one.slice(0, stem) === other.slice(0, stem);
}

function marked(text: string, wanted: readonly string[]): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    wanted.some((each) => isSame(each, word.toLowerCase())) ? `\u0002${word}\u0003` : word,
  );
}

function noPost(): Refusal {
  return new Refusal('not-found', 'There is no such post.');
}
