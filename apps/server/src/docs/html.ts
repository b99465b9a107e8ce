/** Text that is safe to stand in a page. */
export class Html {
  constructor(readonly text: string) {}
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A template whose values are escaped, unless they are `Html` themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | string)[]): Html {
  const texts = values.map((value) => (value instanceof Html ? value.text : escaped(value)));
  return new Html(parts.map((part, i) => part + (texts[i] ?? '')).join(''));
}

export function joined(parts: readonly Html[]): Html {
  return new Html(parts.map(({ text }) => text).join('\n'));
}

/** A sentence in which `code` stands between back quotes. */
export function sentence(text: string): Html {
  return new Html(escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>'));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
