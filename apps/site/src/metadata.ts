import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { languages, type Language } from './i18n/languages';
import { homePicture } from './pictures/home-picture';
import { imageOf, type SharedPicture } from './pictures/shared-page';

interface PageWords {
  readonly title: string;
  readonly description: string;
  /** What a messenger shows of the page; the club's own when it has none. */
  readonly picture?: SharedPicture | undefined;
  /** What kind of thing it is, for who shows it. */
  readonly kind?: { type: 'profile' } | { type: 'article'; publishedTime: string; section: string };
}

const territories: Readonly<Record<Language, string>> = { en: 'en_US', ru: 'ru_RU', es: 'es_ES' };

/** Title, description, picture and the addresses of a page in each language. `path` begins with a slash. */
export async function pageMetadata(
  path: string,
  language: Language,
  { title, description, picture, kind }: PageWords,
): Promise<Metadata> {
  // What a reader without a wish gets stands at the plain address; the others have addresses of their own.
  const canonical = language === 'en' ? path : `${path}?lang=${language}`;
  const image = imageOf(picture ?? (await homePicture()), language);
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
      locale: territories[language],
      alternateLocale: languages
        .filter((each) => each !== language)
        .map((each) => territories[each]),
      siteName: (await getTranslations('site'))('name'),
      images: [image],
      ...(kind ?? { type: 'website' }),
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}
