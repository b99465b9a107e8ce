import type { Lang } from '@trellis/games/kit';

/** "+12", "−5", "0" as the language writes them. */
export function signed(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang, { signDisplay: 'exceptZero' }).format(value);
}
