import type { Metadata } from 'next';
import { languages, type Language } from './i18n/languages';

/** Title, description and the addresses of a page in each language. `path` begins with a slash. */
export function pageMetadata(
  path: string,
  language: Language,
  { title, description }: { title: string; description: string },
): Metadata {
  // What a reader without a wish gets stands at the plain address; the others have addresses of their own.
  const canonical = language === 'en' ? path : `${path}?lang=${language}`;
  return {
    title,
    description,
    alternates: {
      canonical,
      languages: {
        ...Object.fromEntries(languages.map((each) => [each, `${path}?lang=${each}`])),
        'x-default': path,
      },
    },
    openGraph: {
      title,
      description,
      url: canonical,
      locale: language,
      siteName: 'Trellis',
      type: 'website',
    },
  };
}
