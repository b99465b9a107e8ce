import { faceOf, faces } from '@trellis/games/catalog/faces';
import type { AnyGameFace } from '@trellis/games/kit';
import type { Language } from './i18n/languages';

export { faceOf, faces };

export function gameName(game: string, language: Language): string {
  return faceOf(game)?.name[language] ?? game;
}

export function computerName(game: string, level: string, language: Language): string {
  return faceOf(game)?.computers[level]?.[language] ?? level;
}

/** The number of a computer (`computerNumbers`) as it stands behind "House": nothing for the only one. */
export function whichComputer(number: number | undefined): string {
  return number ? ` ${number}` : '';
}

export type { AnyGameFace };
