import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Language } from '../i18n/languages';
import { addAnchors, type Anchors } from './book-anchors';
import { every, ruleNumber, textOf, type Node } from './book-tree';

/** A rule book as a page shows it. */
export interface RuleBook {
  /** English where nobody has translated it yet. */
  readonly language: Language;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  readonly parts: readonly BookPart[];
}

export type BookPart =
  | { readonly kind: 'text'; readonly html: string }
  /** A block that only the game can draw: the word behind its fence, and what is written in it. */
  | { readonly kind: 'diagram'; readonly fence: string; readonly source: string }
  /** Where the book lists the conventions, which the page makes from the schema. */
  | { readonly kind: 'conventions' };

export interface BookRequest extends Omit<Anchors, 'rules'> {
  /** Below libs: `games/preferans`, `grid`. */
  readonly folder: string;
  readonly language: Language;
}

const books = new Map<string, Promise<RuleBook>>();

/** The rule book from RULES.md beside the rules, or from its translation. Read once; the folder is one of the club's. */
export function ruleBook(request: BookRequest): Promise<RuleBook> {
  const key = `${request.folder} ${request.language}`;
  const before = books.get(key);
  if (before) return before;
  const book = readBook(request);
  books.set(key, book);
  book.catch(() => books.delete(key));
  return book;
}

async function readBook(request: BookRequest): Promise<RuleBook> {
  // The site runs in its own folder, apps/site.
  const folder = join(/* turbopackIgnore: true */ process.cwd(), '../../libs', request.folder);
  const own = join(folder, `RULES.${request.language}.md`);
  const isOwn = request.language !== 'en' && (await isThere(own));
  const text = await readFile(isOwn ? own : join(folder, 'RULES.md'), 'utf8');
  return bookOf(text, { ...request, language: isOwn ? request.language : 'en' });
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** A rule book from its text. */
export function bookOf(text: string, request: Omit<BookRequest, 'folder'>): RuleBook {
  const root = unified().use(remarkParse).use(remarkGfm).parse(text) as Node;
  const rules = new Set(
    [...every(root)]
      .filter(({ type }) => type === 'strong')
      .flatMap((node) => ruleNumber(node) ?? []),
  );
  const anchors = { ...request, rules };
  const chapters: { id: string; title: string }[] = [];
  const parts: BookPart[] = [];
  let pending: Node[] = [];
  const flush = () => {
    if (pending.length > 0) parts.push({ kind: 'text', html: htmlOf(pending, anchors, chapters) });
    pending = [];
  };
  for (const node of root.children ?? []) {
    const special = specialPart(node, anchors);
    if (special) {
      flush();
      parts.push(special);
    } else if (node.type !== 'heading' || node.depth !== 1) {
      // The page has its own first heading.
      pending.push(node);
    }
  }
  flush();
  return { language: request.language, chapters, parts };
}

function specialPart(node: Node, { conventions }: Anchors): BookPart | undefined {
  if (node.type === 'code' && node.lang)
    return { kind: 'diagram', fence: node.lang, source: node.value ?? '' };
  if (node.type !== 'table') return undefined;
  const [, firstRow] = node.children ?? [];
  const first = firstRow?.children?.[0];
  return first && conventions.has(textOf(first)) ? { kind: 'conventions' } : undefined;
}

function htmlOf(
  children: Node[],
  anchors: Anchors,
  chapters: { id: string; title: string }[],
): string {
  const processor = unified()
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(() => (tree) => addAnchors(tree as Node, anchors))
    .use(() => (tree) => nameChapters(tree as Node, chapters))
    .use(rehypeStringify);
  const tree = { type: 'root', children } as Parameters<typeof processor.runSync>[0];
  return processor.stringify(processor.runSync(tree));
}

/** "## 4 Auction" is section-4; a chapter without a number counts from the first. */
function nameChapters(tree: Node, chapters: { id: string; title: string }[]): void {
  for (const node of tree.children ?? []) {
    if (node.tagName !== 'h2') continue;
    const title = textOf(node);
    const id = `section-${/^\d+/.exec(title)?.[0] ?? chapters.length + 1}`;
    node.properties = { ...node.properties, id };
    chapters.push({ id, title });
  }
}
