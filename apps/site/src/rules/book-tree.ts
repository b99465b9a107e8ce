/** Part of a tree of markdown or HTML, as far as the rule books need it. */
export interface Node {
  type: string;
  tagName?: string;
  depth?: number;
  lang?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

export function textOf({ value = '', children = [] }: Node): string {
  return value + children.map(textOf).join('');
}

export function* every(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* every(child);
}

export const element = (
  tagName: string,
  properties: Record<string, unknown>,
  children: Node[] = [],
): Node => ({ type: 'element', tagName, properties, children });

/** The number that a bold piece of text gives to a rule: "4.2.1", "11.A", "T8". */
export function ruleNumber(node: Node): string | undefined {
  return /^([A-Z]?\d+(?:\.(?:\d+|[A-G]))*)\.?$/.exec(textOf(node))?.[1];
}
