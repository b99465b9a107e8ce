import type { Place, Post, Thread, ThreadHead, ThreadId } from './public-forum.js';

interface Held {
  head: ThreadHead;
  readonly posts: Map<number, Post>;
  characters: number;
}

/**
 * The threads that were written in last, as many as fit into a number and a size. Heads and posts may come late,
 * twice and in any order; a thread can be read when all its posts are there.
 */
export class ThreadWindow {
  private readonly held = new Map<ThreadId, Held>();
  private readonly lists = new Map<Place, readonly ThreadHead[]>();
  private characters = 0;
  /** Threads written in last at this moment or before were here once, or never will be. */
  private closedThrough = -Infinity;

  constructor(
    private readonly maxThreads: number,
    private readonly maxCharacters: number,
  ) {}

  add({ head, posts }: Thread): void {
    const held = this.held.get(head.id);
    if (!held && head.last.at <= this.closedThrough) return;
    const thread = held ?? { head, posts: new Map<number, Post>(), characters: 0 };
    this.held.set(head.id, thread);
    if (head.version > thread.head.version) thread.head = head;
    for (const post of posts) {
      const before = thread.posts.get(post.number);
      if (before && before.version >= post.version) continue;
      thread.posts.set(post.number, post);
      const grown = post.html.length - (before?.html.length ?? 0);
      thread.characters += grown;
      this.characters += grown;
    }
    this.lists.clear();
    while (this.held.size > this.maxThreads || this.characters > this.maxCharacters)
      this.dropOldest();
  }

  /** Undefined when it is not here, or not yet with all its posts. */
  get(id: ThreadId): Thread | undefined {
    const thread = this.held.get(id);
    if (!thread || thread.posts.size < thread.head.size) return undefined;
    const posts = [...thread.posts.values()].sort((a, b) => a.number - b.number);
    return { head: thread.head, posts };
  }

  /** Of the forum those written in last come first, of the blog those begun last. */
  heads(place: Place): readonly ThreadHead[] {
    let list = this.lists.get(place);
    if (!list) {
      const at = ({ last, startedAt }: ThreadHead) => (place === 'forum' ? last.at : startedAt);
      list = [...this.held.values()]
        .map(({ head }) => head)
        .filter((head) => head.place === place)
        .sort((a, b) => at(b) - at(a) || (a.id < b.id ? -1 : 1));
      this.lists.set(place, list);
    }
    return list;
  }

  /** For another memory: whatever is here, complete or not. */
  all(): readonly Thread[] {
    return [...this.held.values()].map(({ head, posts }) => ({
      head,
      posts: [...posts.values()],
    }));
  }

  private dropOldest(): void {
    let oldest: Held | undefined;
    for (const thread of this.held.values())
      if (!oldest || thread.head.last.at < oldest.head.last.at) oldest = thread;
    if (!oldest) return;
    this.held.delete(oldest.head.id);
    this.characters -= oldest.characters;
    this.closedThrough = Math.max(this.closedThrough, oldest.head.last.at);
  }
}
