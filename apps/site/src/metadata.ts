import type { Metadata } from 'next';
import { languages, type Language } from './i18n/languages';

/** Title, description and the addresses of a page in each language. `path` begins with a slash. */
export function pageMetadata(
  path: string,
  language: Language,
  { title, description }: { title: string; description: string },
): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: path,
      languages: {
        ...Object.fromEntries(languages.map((each) => [each, `${path}?lang=${each}`])),
        'x-default': path,
      },
    },
    openGraph: {
      title,
      description,
      url: path,
      locale: language,
      siteName: 'Trellis',
      type: 'website',
    },
  };
}
