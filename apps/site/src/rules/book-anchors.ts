import { element, every, ruleNumber, textOf, type Node } from './book-tree';

export interface Anchors {
  /** The numbers of all rules of the book. */
  readonly rules: ReadonlySet<string>;
  /** The ids of what tables of this game agree on. */
  readonly conventions: ReadonlySet<string>;
  /** What a reader is told of a table that he can scroll. */
  readonly tableWord: string;
}

const number = /\b(?:[A-Z]\d+|\d{1,2}(?:\.(?:\d{1,2}|[A-G]))+)\b/g;

/** Where a page shows this rule or convention. */
const ruleAnchor = (rule: string) => `rule-${rule}`;
export const conventionAnchor = (id: string) => `convention-${id}`;

/**
 * Makes what the book names reachable: every rule and section has an address of its own, a number in the text leads to its rule and
 * the name of a convention to what it means.
 */
export function addAnchors(tree: Node, anchors: Anchors): void {
  for (const node of [...every(tree)]) {
    if (!node.children || isSpokenFor(node)) continue;
    node.children = node.children.flatMap((child) => anchored(child, anchors));
  }
}

/** What is inside of it is a link or a number already. */
function isSpokenFor({ tagName, properties }: Node): boolean {
  return tagName === 'a' || tagName === 'code' || properties?.['id'] !== undefined;
}

function anchored(node: Node, anchors: Anchors): Node[] {
  if (node.type === 'text') return withLinks(node.value ?? '', anchors.rules);
  if (node.tagName === 'strong') return numbered(node, anchors.rules);
  if (node.tagName === 'code') return [withMeaning(node, anchors.conventions)];
  if (node.tagName !== 'table') return [node];
  return [
    element(
      'div',
      { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: anchors.tableWord },
      [node],
    ),
  ];
}

function numbered(node: Node, rules: ReadonlySet<string>): Node[] {
  const rule = ruleNumber(node);
  if (!rule) return [node];
  const link = element('a', { href: `#${ruleAnchor(rule)}` }, node.children ?? []);
  const anchor = element('strong', { id: ruleAnchor(rule) }, [link]);
  // "9.2" of a reason is the group that begins with 9.2.1.
  const group = rule.endsWith('.1') ? rule.slice(0, -2) : rule;
  if (rules.has(group) || !group.includes('.')) return [anchor];
  return [element('span', { id: ruleAnchor(group) }), anchor];
}

function withMeaning(node: Node, conventions: ReadonlySet<string>): Node {
  const id = textOf(node).split(/[ =:]/)[0]!;
  return conventions.has(id) ? element('a', { href: `#${conventionAnchor(id)}` }, [node]) : node;
}

function withLinks(text: string, rules: ReadonlySet<string>): Node[] {
  const parts: Node[] = [];
  let from = 0;
  for (const { 0: named, index } of text.matchAll(number)) {
    const rule = rules.has(named) ? named : rules.has(`${named}.1`) ? `${named}.1` : undefined;
    if (!rule) continue;
    parts.push({ type: 'text', value: text.slice(from, index) });
    parts.push(element('a', { href: `#${ruleAnchor(rule)}` }, [{ type: 'text', value: named }]));
    from = index + named.length;
  }
  return [...parts, { type: 'text', value: text.slice(from) }];
}
