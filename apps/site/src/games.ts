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

/** By seat: the computers' names, numbered where a table has several of one level; undefined for people. */
export function computerNames(
  game: string,
  levels: readonly (string | null | undefined)[],
  language: Language,
): readonly (string | undefined)[] {
  const same = (level: string, until = levels.length) =>
    levels.slice(0, until).filter((each) => each === level).length;
  return levels.map((level, seat) => {
    if (level === undefined || level === null) return undefined;
    const name = computerName(game, level, language);
    return same(level) > 1 ? `${name} ${same(level, seat + 1)}` : name;
  });
}

export type { AnyGameFace };
