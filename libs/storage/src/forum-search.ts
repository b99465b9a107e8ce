import { foundMost, type Found } from '@trellis/forum';
import type { PrismaClient } from './generated/prisma/client.js';
import { headFrom, headWith, postFrom, postWith } from './stored-thread.js';

/** The club's languages, as Postgres calls its dictionaries. */
const languages = ['english', 'russian', 'spanish'] as const;

/** As the migration's index `post_words_idx` has it, letter by letter: otherwise it is not used. */
const indexed = languages.map((each) => `to_tsvector('${each}'::regconfig, words)`).join(' || ');
const asked = languages
  .map((each) => `websearch_to_tsquery('${each}'::regconfig, $1)`)
  .join(' || ');

const searchSql = `
  SELECT id, ts_headline('simple', words, query, 'StartSel=\u0002, StopSel=\u0003, MaxWords=32, MinWords=12')
      AS general,
      ${languages.map((each) => `ts_headline('${each}', words, query, 'StartSel=\u0002, StopSel=\u0003, MaxWords=32, MinWords=12') AS ${each}`).join(', ')}
    FROM (
      SELECT id, words, query
        FROM post, (SELECT (${asked}) AS query) AS question
        WHERE (${indexed}) @@ query AND removed IS NULL
        ORDER BY ts_rank((${indexed}), query) DESC, at DESC
        LIMIT ${foundMost}
    ) AS best`;

type Row = Readonly<Record<'id' | 'general' | (typeof languages)[number], string>>;

/** Words in any of the club's languages and in any of their forms; the best first. */
export async function searchPosts(prisma: PrismaClient, words: string): Promise<readonly Found[]> {
  const rows = await prisma.$queryRawUnsafe<Row[]>(searchSql, words);
  const posts = await prisma.post.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { ...postWith, thread: { include: headWith } },
  });
  const byId = new Map(posts.map((post) => [post.id, post]));
  return rows.flatMap((row) => {
    const found = byId.get(row.id);
    if (!found) return [];
    const { id, number, author, at } = postFrom(found);
    return { thread: headFrom(found.thread), post: { id, number, author, at }, excerpt: best(row) };
  });
}

/** Each dictionary marks only the words whose form it knows: the one that marks most has understood the text. */
function best(row: Row): string {
  const marks = (text: string) => text.split('\u0002').length;
  return [row.general, ...languages.map((each) => row[each])].reduce((before, text) =>
    marks(text) > marks(before) ? text : before,
  );
}
