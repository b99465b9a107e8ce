import compile from 'icu-minify/compile';
import type { Language } from './languages';
import { loadMessages, type Messages } from './load-messages';

const compiled = new Map<Language, Promise<Messages>>();

/** The catalogue of a language, read as ICU messages here, so that no browser has to: `next.config.mjs` puts a formatter in place that cannot. */
export function compiledMessages(language: Language): Promise<Messages> {
  const known = compiled.get(language) ?? loadMessages(language).then(compiledTree);
  compiled.set(language, known);
  return known;
}

/** To its types, which know the keys, the tree is as it was. Plurals are cloned to objects that may be sent to a browser: compiled ones have no prototype. */
function compiledTree<Tree extends object>(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? structuredClone(compile(value)) : compiledTree(value as object),
  ]);
  return Object.fromEntries(entries) as Tree;
}
