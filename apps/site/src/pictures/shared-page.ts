import { createHash } from 'node:crypto';
import type { Language } from '../i18n/languages';
import { pictureSize, type Picture } from './picture';

/** A page's picture, and what it is in words. */
export interface SharedPicture {
  /** Below `/pictures/` and a language, without its ending: `games/abc`. */
  readonly place: string;
  readonly picture: Picture;
  /** For who cannot see it. */
  readonly alt: string;
}

/** As `og:image` has it. Another picture has another address, so that nobody shows one that he kept from before. */
export function imageOf({ place, picture, alt }: SharedPicture, language: Language) {
  const version = createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 12);
  return {
    url: `/pictures/${language}/${place}.png?v=${version}`,
    ...pictureSize,
    alt,
    type: 'image/png',
  };
}
