export const languages = ['en', 'ru', 'es'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as the switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  es: 'Español',
};

export function languageOf(text: string | null | undefined): Language {
  return languages.find((each) => each === text) ?? 'en';
}
