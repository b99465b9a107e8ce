export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const address = /https?:\/\/[^\s<>"'`]+/giu;

/** Splits what somebody wrote into plain text and web links; React escapes both. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const shown = withoutTrailingMarks(match[0]);
    const href = asLink(shown);
    if (!href) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** A full stop or a closing bracket after an address belongs to the sentence, unless its opening one is inside. */
function withoutTrailingMarks(found: string): string {
  let shown = found;
  for (;;) {
    const last = shown.at(-1) ?? '';
    const closes = last === ')' && !shown.includes('(');
    if (!closes && !/[.,;:!?…»”’\]}]/u.test(last)) return shown;
    shown = shown.slice(0, -1);
  }
}

function asLink(shown: string): string | undefined {
  try {
    const { protocol, href, hostname } = new URL(shown);
    return (protocol === 'http:' || protocol === 'https:') && hostname ? href : undefined;
  } catch {
    return undefined;
  }
}
