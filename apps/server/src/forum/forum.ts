import { createHash } from 'node:crypto';
import type {
  Bus,
  ClubMemory,
  PlayerId,
  Post,
  PostId,
  Thread,
  ThreadHead,
  ThreadId,
} from '@trellis/facade';
import {
  cleanTitle,
  dayBefore,
  longestSearch,
  mustBeSection,
  mustBeWithinLimits,
  type Draft,
  type ForumStore,
  type PostSource,
} from '@trellis/forum';
import { Refusal } from '@trellis/games/kit';
import type { Pauses } from '@trellis/justice';
import type { Notice } from '@trellis/notices';
import type { Apart } from '@trellis/people';
import type { Players } from '@trellis/players';
import type { EditPost, Follow, SaveDraft, StartThread, WritePost } from '@trellis/wire';
import type { z } from 'zod';
import type { Members } from '../auth/members.js';
import type { Rendered } from './markdown.js';
import type { Renderer } from './renderer.js';

export interface ForumParts {
  readonly store: ForumStore;
  readonly players: Pick<Players, 'find'>;
  readonly members: Pick<Members, 'isEditor'>;
  readonly pauses: Pick<Pauses, 'mustMayTalk'>;
  readonly renderer: Pick<Renderer, 'render'>;
  readonly memory: Pick<ClubMemory, 'thread'>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly apart: Pick<Apart, 'are'>;
  /** Tells players of something, wherever they are. */
  readonly tellOf: (players: readonly PlayerId[], notice: Notice) => void;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** What people write in the forum and the blog: checked, rendered, stored, and then told to every memory. */
export class Forum {
  constructor(private readonly parts: ForumParts) {}

  async start(player: PlayerId, asked: z.infer<typeof StartThread>): Promise<ThreadId> {
    const { store, now } = this.parts;
    const { key, place, section, draft } = asked;
    mustBeSection(place, section);
    if (place === 'blog' && section === 'club') this.mustBeEditor(player);
    const title = cleanTitle(asked.title);
    const rendered = await this.parts.renderer.render(asked.markdown);
    const id = idOf(player, key, 'thread');
    const known = await this.stored(store.thread(id));
    if (!known) await this.mustBeAllowed(player, 'thread', rendered);
    const opening = { ...rendered, id: idOf(player, key, 'post'), author: player, at: now() };
    const thread = await this.stored(
      store.start({ id, place, section, title, opening: { ...opening, replyTo: null } }),
    );
    this.tell(thread);
    await this.aside(store.follow(player, id, 1));
    if (draft) await this.aside(store.dropDraft(player, draft));
    return id;
  }

  /** The number of the post. */
  async reply(
    player: PlayerId,
    thread: ThreadId,
    { key, markdown, replyTo }: z.infer<typeof WritePost>,
  ): Promise<number> {
    const { store, now } = this.parts;
    const rendered = await this.parts.renderer.render(markdown);
    const id = idOf(player, key, 'post');
    const isNew = !(await this.stored(store.source(id)));
    if (isNew) await this.mustBeAllowed(player, 'post', rendered);
    const written = { ...rendered, id, author: player, at: now(), replyTo: replyTo ?? null };
    const { head, post } = await this.stored(store.reply(thread, written));
    await this.tellPost(head, post);
    await this.aside(store.follow(player, thread, post.number));
    if (isNew) void this.aside(this.tellFollowers(head, post));
    return post.number;
  }

  async edit(
    player: PlayerId,
    id: PostId,
    { markdown, title, version }: z.infer<typeof EditPost>,
  ): Promise<number> {
    const { store, now } = this.parts;
    const { post } = await this.sourceOf(id);
    if (post.author.id !== player) throw notYours();
    const rendered = await this.parts.renderer.render(markdown);
    await this.mustBeAllowed(player, 'edit', rendered);
    const changed = await this.stored(
      store.edit({
        ...rendered,
        ...{ id, version, at: now() },
        ...(title !== undefined && { title: cleanTitle(title) }),
      }),
    );
    this.tell({ head: changed.head, posts: [changed.post] });
    return changed.post.number;
  }

  async remove(player: PlayerId, id: PostId): Promise<void> {
    const { store, members, now } = this.parts;
    const { post } = await this.sourceOf(id);
    const by = post.author.id === player ? 'author' : 'editor';
    if (by === 'editor' && !members.isEditor(player)) throw notYours();
    const changed = await this.stored(store.remove(id, by, now()));
    this.tell({ head: changed.head, posts: [changed.post] });
  }

  async setClosed(player: PlayerId, id: ThreadId, closed: boolean): Promise<void> {
    this.mustBeEditor(player);
    this.tell({ head: await this.stored(this.parts.store.setClosed(id, closed)), posts: [] });
  }

  async preview(markdown: string): Promise<string> {
    return (await this.parts.renderer.render(markdown)).html;
  }

  /** From memory where it is held. Refuses with `not-found`. */
  async thread(id: ThreadId): Promise<Thread> {
    const { store, memory } = this.parts;
    const thread = memory.thread(id) ?? (await this.stored(store.thread(id)));
    if (!thread) throw new Refusal('not-found', 'There is no such thread.');
    return thread;
  }

  async sourceOf(id: PostId): Promise<PostSource> {
    const source = await this.stored(this.parts.store.source(id));
    if (!source) throw new Refusal('not-found', 'There is no such post.');
    return source;
  }

  older(...asked: Parameters<ForumStore['older']>) {
    return this.stored(this.parts.store.older(...asked));
  }

  search(words: string) {
    return this.stored(this.parts.store.search(words.slice(0, longestSearch)));
  }

  subscriptions(player: PlayerId) {
    return this.stored(this.parts.store.subscriptions(player));
  }

  unreadThreads(player: PlayerId): Promise<number> {
    return this.stored(this.parts.store.unreadThreads(player));
  }

  async follow(
    player: PlayerId,
    id: ThreadId,
    { follows, seen = 0 }: z.infer<typeof Follow>,
  ): Promise<void> {
    const { store } = this.parts;
    const { head } = await this.thread(id);
    const read = Math.min(seen, head.size);
    if (follows === undefined) await this.stored(store.read(player, id, read));
    else if (follows) await this.stored(store.follow(player, id, read));
    else await this.stored(store.unfollow(player, id));
  }

  drafts(player: PlayerId): Promise<readonly Draft[]> {
    return this.stored(this.parts.store.drafts(player));
  }

  async saveDraft(player: PlayerId, id: string, draft: z.infer<typeof SaveDraft>): Promise<void> {
    mustBeSection(draft.place, draft.section);
    await this.stored(
      this.parts.store.saveDraft(player, { ...draft, id, savedAt: this.parts.now() }),
    );
  }

  async dropDraft(player: PlayerId, id: string): Promise<void> {
    await this.stored(this.parts.store.dropDraft(player, id));
  }

  private async mustBeAllowed(
    player: PlayerId,
    writes: 'thread' | 'post' | 'edit',
    { links }: Pick<Rendered, 'links'>,
  ): Promise<void> {
    const { store, players, members, pauses, now } = this.parts;
    pauses.mustMayTalk(player);
    const known = await this.stored(players.find(player));
    if (!known) throw new Refusal('not-signed-in', 'Sign in first.');
    const activity = await this.stored(store.activity(player, dayBefore(now())));
    // An edit is no further post, but brings its links.
    const lastDay = writes === 'edit' ? { ...activity, posts: 0 } : activity;
    const { memberSince } = known;
    const writer = { memberSince, isEditor: members.isEditor(player), lastDay };
    mustBeWithinLimits(writer, { opens: writes === 'thread', links }, now());
  }

  private mustBeEditor(player: PlayerId): void {
    if (!this.parts.members.isEditor(player))
      throw new Refusal('editors-only', 'Only the club’s editors do that.');
  }

  private tell({ head, posts }: Thread): void {
    this.parts.bus.publish({ kind: 'thread-changed', head, posts });
  }

  /** A memory that has forgotten the thread, or never knew it, is told all of it. */
  private async tellPost(head: ThreadHead, post: Post): Promise<void> {
    const { memory, store } = this.parts;
    if (memory.thread(head.id)) return this.tell({ head, posts: [post] });
    const thread = await store.thread(head.id).catch((error: unknown) => {
      this.parts.report(error);
      return undefined;
    });
    this.tell(thread ?? { head, posts: [post] });
  }

  /** Who keeps apart from the writer does not hear of what he wrote. */
  private async tellFollowers(head: ThreadHead, { author, number }: Post): Promise<void> {
    const { store, apart, tellOf } = this.parts;
    const followers = (await store.followers(head.id)).filter(
      (player) => player !== author.id && !apart.are(player, author.id),
    );
    const place = head.place === 'blog' ? '/blog' : '/forum/topics';
    tellOf(followers, {
      ...{ kind: 'reply', path: `${place}/${head.id}#post-${number}`, topic: `thread:${head.id}` },
      ...{ name: author.name, title: head.title },
    });
  }

  /** What is of little account beside a post that is written: it is tried, and a failure is told to the operator. */
  private async aside(done: Promise<unknown>): Promise<void> {
    await done.catch(this.parts.report);
  }

  private async stored<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.parts.report(error);
      throw new Refusal('storage-away', 'The club cannot keep or look that up just now.');
    }
  }
}

/** The same writer's same key is the same post; no other writer can make its id. */
function idOf(player: PlayerId, key: string, of: 'thread' | 'post'): string {
  return createHash('sha256').update(`${of}:${player}:${key}`).digest('hex').slice(0, 20);
}

function notYours(): Refusal {
  return new Refusal('not-yours', 'Somebody else has written that.');
}
