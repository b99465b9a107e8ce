import type { PostId, ThreadId } from '@trellis/facade';
import { excerptOf, longestThread, type Edit, type NewPost } from '@trellis/forum';
import { Refusal } from '@trellis/games/kit';
import type { Prisma } from './generated/prisma/client.js';

/* What each transaction of the forum does; `PrismaForum` opens it, and reads the outcome after it. */

type Transaction = Prisma.TransactionClient;

/** Refuses a thread that is closed, full or not there, and an answer to a post that is not there. */
export async function writeReply(
  transaction: Transaction,
  thread: ThreadId,
  post: NewPost,
): Promise<void> {
  const { size } = await makeRoom(transaction, thread, post);
  if (post.replyTo !== null && post.replyTo >= size)
    throw new Refusal('bad-reply', 'The post that this answers is not there.');
  await transaction.post.create({
    data: { ...postRow(post, size, post.text), threadId: thread },
    select: { id: true },
  });
}

/** Keeps what was there as an earlier version. Refuses an edit of anything but the version that stands. */
export async function writeEdit(
  transaction: Transaction,
  { id, at, version, title, markdown, html, text }: Edit,
): Promise<void> {
  const before = await transaction.post.findUnique({ where: { id }, include: { thread: true } });
  if (!before || before.removed !== null) throw noPost();
  const opens = before.number === 1;
  const newTitle = (opens && title) || before.thread.title;
  const words = opens ? `${newTitle}\n${text}` : text;
  const { count } = await transaction.post.updateMany({
    where: { id, version },
    data: { markdown, html, words, editedAt: new Date(at), version: version + 1 },
  });
  if (count === 0)
    throw new Refusal('edited-meanwhile', 'The post is not what you looked at any more.');
  await transaction.earlierPost.create({
    data: { postId: id, version, html: before.html, until: new Date(at) },
  });
  await touch(transaction, before.threadId, {
    ...(opens && { title: newTitle, excerpt: excerptOf(text) }),
  });
}

/** The words go, in every version; the post's place in the thread stays. Twice changes nothing. */
export async function writeRemoval(
  transaction: Transaction,
  id: PostId,
  by: 'author' | 'editor',
  at: number,
): Promise<void> {
  const before = await transaction.post.findUnique({ where: { id } });
  if (!before) throw noPost();
  if (before.removed !== null) return;
  await transaction.earlierPost.deleteMany({ where: { postId: id } });
  await transaction.post.update({
    where: { id },
    data: {
      ...{ markdown: '', html: '', words: '', removed: by, editedAt: new Date(at) },
      version: { increment: 1 },
    },
  });
  await touch(transaction, before.threadId, { ...(before.number === 1 && { excerpt: '' }) });
}

/** A post as a new row, whatever thread it goes to. `words` is what the search finds it by. */
export function postRow(
  { id, author, at, markdown, html, replyTo }: NewPost,
  number: number,
  words: string,
) {
  return {
    ...{ id, number, markdown, html, words, replyTo },
    authorId: author,
    at: new Date(at),
    version: 1,
  };
}

export function noThread(): Refusal {
  return new Refusal('not-found', 'There is no such thread.');
}

/** Counts one more post in; the thread's row is held until the transaction ends, so numbers have no gap. */
async function makeRoom(
  transaction: Transaction,
  id: ThreadId,
  { author, at }: NewPost,
): Promise<{ size: number }> {
  const { count } = await transaction.thread.updateMany({
    where: { id, closed: false, size: { lt: longestThread } },
    data: {
      ...{ size: { increment: 1 }, version: { increment: 1 } },
      ...{ lastAuthorId: author, lastAt: new Date(at) },
    },
  });
  const thread = await transaction.thread.findUnique({ where: { id } });
  if (!thread) throw noThread();
  if (count === 0 && thread.closed)
    throw new Refusal('thread-closed', 'Nobody may answer here any more.');
  if (count === 0) throw new Refusal('thread-full', 'This thread is full. Begin another one.');
  return thread;
}

async function touch(
  transaction: Transaction,
  id: ThreadId,
  data: Prisma.ThreadUpdateInput,
): Promise<void> {
  await transaction.thread.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

function noPost(): Refusal {
  return new Refusal('not-found', 'There is no such post.');
}
