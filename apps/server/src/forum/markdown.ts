import type { WrittenText } from '@trellis/forum';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Part of a tree of markdown or HTML, as far as this file looks at it. */
interface Node {
  type: string;
  tagName?: string;
  url?: string;
  value?: string;
  alt?: string | null;
  properties?: Record<string, unknown>;
  children?: Node[];
}

export interface Rendered extends WrittenText {
  readonly links: number;
}

/** Blocks within blocks beyond this are refused: nobody reads them, and deep trees are what makes rendering slow. */
const deepestNesting = 12;
/**
 * What the parser takes more than its share of time on, measured: these keep the worst text that is accepted at some tens of
 * milliseconds (docs/decisions/0016).
 */
const mostMarks = 1_000;
const mostLines = 400;
const mostColumns = 24;
const mostAddresses = 200;
const mostMarkersOnLine = 20;
/** Within an address the parser looks at each of these again for every one before it. */
const longestPunctuation = 200;
const longestHeading = 1_000;

/** What may be in a post, and nothing else. */
const allowed: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'blockquote', 'pre', 'code', 'strong', 'em', 'del', 'a'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  // What is dropped is dropped with what it says, where that is no text for people.
  strip: ['script', 'style'],
};

/**
 * Markdown as HTML and as plain words. Raw HTML stays what it is, text: the parser makes no elements of it. What comes out of the
 * parser goes through a list of what is allowed. Undefined when the text is more than the parser digests in its time.
 */
export function render(markdown: string): Rendered | undefined {
  if (isTooComplex(markdown)) return undefined;
  const parsed = unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node;
  if (depthOf(parsed) > deepestNesting) return undefined;
  const links = { count: 0 };
  const text: string[] = [];
  const processor = unified()
    .use(() => (tree) => tidy(tree as Node, text))
    .use(remarkRehype)
    .use(() => (tree) => headingsDown(tree as Node))
    .use(rehypeSanitize, allowed)
    .use(() => (tree) => linksOut(tree as Node, links))
    .use(rehypeStringify);
  const html = processor.stringify(
    processor.runSync(parsed as Parameters<typeof processor.runSync>[0]),
  );
  return {
    markdown,
    html,
    text: text
      .join('')
      .replace(/\n{2,}/g, '\n')
      .trim(),
    links: links.count,
  };
}

function isTooComplex(markdown: string): boolean {
  const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
  if (count(markdown, /[*_~`[\]<>!|\\&]/g) > mostMarks) return true;
  const addresses = count(markdown, /@|https?:|www\./g);
  if (addresses > mostAddresses) return true;
  if (addresses > 0 && new RegExp(`[!"&'),.:;<>?\\]}]{${longestPunctuation}}`).test(markdown))
    return true;
  const lines = markdown.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > mostLines ||
    lines.some(
      (line) =>
        (line.length > longestHeading && /^[ >*+\-\d.)]*#/.test(line)) ||
        count(line, /\|/g) > mostColumns ||
        count(/^[ >*+\-\d.)]*/.exec(line)?.[0] ?? '', />|[*+-] |\d[.)]/g) > mostMarkersOnLine,
    )
  );
}

function depthOf(root: Node): number {
  let deepest = 0;
  const stack: [Node, number][] = [[root, 0]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const child of node.children ?? []) stack.push([child, depth + 1]);
  }
  return deepest;
}

const blocks = ['paragraph', 'heading', 'code', 'listItem', 'tableCell', 'blockquote'];

/** Raw HTML becomes text, a picture a link to it, a footnote nothing; the words are collected on the way. */
function tidy(node: Node, text: string[]): void {
  if (node.type === 'html') node.type = 'text';
  if (node.type === 'image') {
    node.type = 'link';
    node.children = [{ type: 'text', value: node.alt || node.url || '' }];
  }
  if (node.type === 'imageReference') {
    node.type = 'text';
    node.value = node.alt ?? '';
  }
  if (node.value !== undefined) text.push(node.value);
  if (node.type === 'break') text.push('\n');
  node.children = node.children?.filter(({ type }) => !/^footnote/.test(type));
  for (const child of node.children ?? []) tidy(child, text);
  // In an excerpt, which is one line, it would run into what follows.
  if (node.type === 'heading' && /[\p{L}\p{N}]$/u.test(text.at(-1) ?? '')) text.push('.');
  if (blocks.includes(node.type)) text.push('\n');
}

/** The page has headings of its own above those of a post. */
function headingsDown(node: Node): void {
  const level = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
  if (level) node.tagName = `h${Math.min(5, Number(level) + 2)}`;
  for (const child of node.children ?? []) headingsDown(child);
}

/** After sanitising: what is left of the links leads out of the club, and says so. */
function linksOut(node: Node, links: { count: number }): void {
  if (node.tagName === 'a' && node.properties?.['href'] !== undefined) {
    links.count += 1;
    node.properties = { href: node.properties['href'], rel: ['noopener', 'ugc', 'nofollow'] };
  }
  for (const child of node.children ?? []) linksOut(child, links);
}
