import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const pages = new Map<string, Promise<string>>();

/** The rule book of a game as HTML, from the RULES.md beside its rules. Read once; `game` is a name of the catalog. */
export function rulesHtml(game: string): Promise<string> {
  const before = pages.get(game);
  if (before) return before;
  const page = render(game);
  pages.set(game, page);
  page.catch(() => pages.delete(game));
  return page;
}

async function render(game: string): Promise<string> {
  // The site runs in its own folder, apps/site.
  const file = join(
    /* turbopackIgnore: true */ process.cwd(),
    '../../libs/games',
    game,
    'RULES.md',
  );
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .process(await readFile(file, 'utf8'));
  // The page has its own first heading.
  return String(html).replace(/<h1>[\s\S]*?<\/h1>/, '');
}
