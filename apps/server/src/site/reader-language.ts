export const languages = ['en', 'ru', 'es'] as const;
export type Language = (typeof languages)[number];

/** Browsers send few different headers; what was worked out for one is kept. */
const known = new Map<string, Language>();

/** The best of our languages for an `Accept-Language` header. */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'en';
  const before = known.get(header);
  if (before) return before;
  const [best] = header
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((each) => each.trim().startsWith('q='));
      const weight = quality ? Number(quality.trim().slice(2)) : 1;
      return { language: languageNamed(tag.split('-')[0]), weight: weight || 0, order };
    })
    .filter(({ language, weight }) => language && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  const language = best?.language ?? 'en';
  if (known.size >= 1_000) known.clear();
  known.set(header, language);
  return language;
}

const cookie = /(?:^|;\s*)lang=(\w+)/;

/** The language that this reader chose earlier. */
export function chosenLanguage(cookies: string | undefined): Language | undefined {
  return cookies ? languageNamed(cookie.exec(cookies)?.[1]) : undefined;
}

export function languageNamed(name: string | null | undefined): Language | undefined {
  return languages.find((each) => each === name);
}
