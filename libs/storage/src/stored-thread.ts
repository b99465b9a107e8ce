import type { Place, Post, ThreadHead } from '@trellis/facade';
import { cardOf } from '@trellis/players';
import type { Prisma } from './generated/prisma/client.js';
import { playerFrom } from './stored-player.js';

export const headWith = { author: true, lastAuthor: true } satisfies Prisma.ThreadInclude;
export type ThreadRow = Prisma.ThreadGetPayload<{ include: typeof headWith }>;

export const postWith = { author: true } satisfies Prisma.PostInclude;
export type PostRow = Prisma.PostGetPayload<{ include: typeof postWith }>;

export function headFrom(row: ThreadRow): ThreadHead {
  const { id, section, title, size, excerpt, closed, version } = row;
  return {
    ...{ id, section, title, size, excerpt, closed, version },
    place: row.place as Place,
    author: cardOf(playerFrom(row.author)),
    startedAt: row.startedAt.getTime(),
    last: { author: cardOf(playerFrom(row.lastAuthor)), at: row.lastAt.getTime() },
  };
}

export function postFrom(row: PostRow): Post {
  const { id, number, html, replyTo, version } = row;
  return {
    ...{ id, number, html, replyTo, version },
    author: cardOf(playerFrom(row.author)),
    at: row.at.getTime(),
    editedAt: row.editedAt?.getTime() ?? null,
    removed: row.removed as Post['removed'],
  };
}
