import type { Place, PlayerId, PostId, Thread, ThreadHead, ThreadId } from '@trellis/facade';
import {
  ForumStore,
  draftsMost,
  excerptOf,
  subscriptionsMost,
  type Activity,
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
import { searchPosts } from './forum-search.js';
import { noThread, postRow, writeEdit, writeRemoval, writeReply } from './forum-writes.js';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import { isUniqueViolation } from './sql-state.js';
import { headFrom, headWith, postFrom, postWith } from './stored-thread.js';

const whole = {
  ...headWith,
  posts: { include: postWith, orderBy: { number: 'asc' } },
} satisfies Prisma.ThreadInclude;

export class PrismaForum extends ForumStore {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async newest(most: number): Promise<readonly Thread[]> {
    const rows = await this.prisma.thread.findMany({
      orderBy: { lastAt: 'desc' },
      take: most,
      include: whole,
    });
    return rows.map(threadFrom);
  }

  async older(place: Place, section: string | undefined, before: number, most: number) {
    const at = place === 'forum' ? 'lastAt' : 'startedAt';
    const rows = await this.prisma.thread.findMany({
      where: { place, section, [at]: { lt: new Date(before) } },
      orderBy: { [at]: 'desc' },
      take: most,
      include: headWith,
    });
    return rows.map(headFrom);
  }

  async thread(id: ThreadId): Promise<Thread | undefined> {
    const row = await this.prisma.thread.findUnique({ where: { id }, include: whole });
    return row ? threadFrom(row) : undefined;
  }

  async source(id: PostId): Promise<PostSource | undefined> {
    const row = await this.prisma.post.findUnique({
      where: { id },
      include: { ...postWith, thread: true, earlier: { orderBy: { version: 'asc' } } },
    });
    if (!row) return undefined;
    const earlier = row.earlier.map(({ html, until }) => ({ html, until: until.getTime() }));
    const { threadId, thread, markdown } = row;
    return { post: postFrom(row), threadId, title: thread.title, markdown, earlier };
  }

  async start(thread: NewThread): Promise<Thread> {
    const { id, place, section, title, opening } = thread;
    const at = new Date(opening.at);
    const data = { id, place, section, title, startedAt: at, lastAt: at, size: 1, version: 1 };
    await this.once(() =>
      this.prisma.thread.create({
        data: {
          ...data,
          authorId: opening.author,
          lastAuthorId: opening.author,
          excerpt: excerptOf(opening.text),
          posts: { create: postRow(opening, 1, `${title}\n${opening.text}`) },
        },
        select: { id: true },
      }),
    );
    const started = await this.thread(id);
    if (!started) throw new Error(`The thread ${id} is not there after it was written.`);
    return started;
  }

  async reply(thread: ThreadId, post: NewPost): Promise<Changed> {
    const known = () => this.prisma.post.findUnique({ where: { id: post.id } });
    if (!(await known())) {
      await this.once(() =>
        this.prisma.$transaction((transaction) => writeReply(transaction, thread, post)),
      );
    }
    return this.changed(post.id);
  }

  async edit(edit: Edit): Promise<Changed> {
    await this.prisma.$transaction((transaction) => writeEdit(transaction, edit));
    return this.changed(edit.id);
  }

  async remove(id: PostId, by: 'author' | 'editor', at: number): Promise<Changed> {
    await this.prisma.$transaction((transaction) => writeRemoval(transaction, id, by, at));
    return this.changed(id);
  }

  async setClosed(id: ThreadId, closed: boolean): Promise<ThreadHead> {
    const { count } = await this.prisma.thread.updateMany({
      where: { id },
      data: { closed, version: { increment: 1 } },
    });
    if (count === 0) throw noThread();
    const row = await this.prisma.thread.findUniqueOrThrow({ where: { id }, include: headWith });
    return headFrom(row);
  }

  async activity(author: PlayerId, since: number): Promise<Activity> {
    const at = { gte: new Date(since) };
    const [threads, posts, postsEver] = await Promise.all([
      this.prisma.thread.count({ where: { authorId: author, startedAt: at } }),
      this.prisma.post.count({ where: { authorId: author, at } }),
      this.prisma.post.count({ where: { authorId: author } }),
    ]);
    return { threads, posts, postsEver };
  }

  search(words: string): Promise<readonly Found[]> {
    return searchPosts(this.prisma, words);
  }

  async follow(playerId: PlayerId, threadId: ThreadId, seen: number): Promise<void> {
    await this.once(() =>
      this.prisma.subscription.create({
        data: { playerId, threadId, seen },
        select: { seen: true },
      }),
    );
    await this.read(playerId, threadId, seen);
  }

  async unfollow(playerId: PlayerId, threadId: ThreadId): Promise<void> {
    await this.prisma.subscription.deleteMany({ where: { playerId, threadId } });
  }

  async read(playerId: PlayerId, threadId: ThreadId, seen: number): Promise<void> {
    await this.prisma.subscription.updateMany({
      where: { playerId, threadId, seen: { lt: seen } },
      data: { seen },
    });
  }

  async subscriptions(playerId: PlayerId): Promise<readonly Subscription[]> {
    const rows = await this.prisma.subscription.findMany({
      where: { playerId },
      orderBy: { thread: { lastAt: 'desc' } },
      take: subscriptionsMost,
      include: { thread: { include: headWith } },
    });
    return rows.map(({ thread, seen }) => ({ thread: headFrom(thread), seen }));
  }

  async followers(threadId: ThreadId): Promise<readonly PlayerId[]> {
    const rows = await this.prisma.subscription.findMany({ where: { threadId } });
    return rows.map(({ playerId }) => playerId);
  }

  async unreadThreads(player: PlayerId): Promise<number> {
    const [row] = await this.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM subscription JOIN thread ON thread.id = thread_id
        WHERE player_id = ${player} AND seen < size`;
    return row?.count ?? 0;
  }

  async drafts(authorId: PlayerId): Promise<readonly Draft[]> {
    const rows = await this.prisma.draft.findMany({
      where: { authorId },
      orderBy: { savedAt: 'desc' },
    });
    return rows.map(({ id, place, section, title, markdown, savedAt }) => ({
      ...{ id, section, title, markdown },
      place: place as Place,
      savedAt: savedAt.getTime(),
    }));
  }

  async saveDraft(authorId: PlayerId, draft: Draft): Promise<void> {
    const { id, ...rest } = draft;
    const data = { ...rest, savedAt: new Date(draft.savedAt) };
    const others = await this.prisma.draft.count({ where: { authorId, id: { not: id } } });
    if (others >= draftsMost)
      throw new Refusal('too-many-drafts', `At most ${draftsMost} drafts are kept.`);
    await this.prisma.draft.upsert({
      where: { authorId_id: { authorId, id } },
      create: { ...data, id, authorId },
      update: data,
    });
  }

  async dropDraft(authorId: PlayerId, id: string): Promise<void> {
    await this.prisma.draft.deleteMany({ where: { authorId, id } });
  }

  private async changed(id: PostId): Promise<Changed> {
    const row = await this.prisma.post.findUniqueOrThrow({
      where: { id },
      include: { ...postWith, thread: { include: headWith } },
    });
    return { head: headFrom(row.thread), post: postFrom(row) };
  }

  /** What was written by somebody else at the same moment, under the same key, is there: that is all that was wanted. */
  private async once(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

function threadFrom(row: Prisma.ThreadGetPayload<{ include: typeof whole }>): Thread {
  return { head: headFrom(row), posts: row.posts.map(postFrom) };
}
