import {
  endOf,
  presetOf,
  type AnyGame,
  type Conventions,
  type PlayedStep,
  type Tally,
} from '@trellis/games/kit';
import * as rules from './rules.js';

export const games: readonly AnyGame[] = Object.values(rules);

/** The rules of the game with this name: `gameNamed('tic-tac-toe')`. */
export function gameNamed(name: string): AnyGame | undefined {
  return games.find((game) => game.name === name);
}

/** The id of the preset that these conventions equal; `own` when they equal none. */
export function presetIdOf(game: string, conventions: Conventions): string {
  const rules = gameNamed(game);
  return (rules && presetOf(rules.conventions, conventions)) ?? 'own';
}

/** What a record says for statistics, played through its rules; undefined where these tell nothing, or are others by now. */
export function talliesOf(record: {
  readonly game: string;
  readonly rulesVersion: number;
  readonly conventions: Conventions;
  readonly steps: readonly PlayedStep[];
}): readonly (readonly Tally[])[] | undefined {
  const rules = gameNamed(record.game);
  if (!rules?.tallies || rules.rulesVersion !== record.rulesVersion) return undefined;
  return rules.tallies(endOf(rules, record));
}
