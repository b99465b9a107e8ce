import type { GameRecord } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import {
  afterStep,
  type AnyGame,
  type Lang,
  type Moment,
  type ReplayWords,
  type Viewer,
} from '@trellis/games/kit';

/** Who looks: somebody of the table as he saw it then, a spectator, or one who may see everything now. */
export type Onlooker = Viewer | 'all';

/**
 * Plays the record through the rules: the start, and what each step led to. Undefined when the club
 * does not know the game any more, or plays it by other rules now.
 */
export function momentsOf(record: GameRecord): readonly Moment[] | undefined {
  const rules = gameNamed(record.game);
  if (!rules || rules.rulesVersion !== record.rulesVersion) return undefined;
  let state: unknown = rules.start(record.conventions);
  const moments: Moment[] = [{ state }];
  for (const step of record.steps) {
    state = afterStep(rules, state, step);
    moments.push({ state, step });
  }
  return moments;
}

export function viewOf(rules: AnyGame, { state }: Moment, onlooker: Onlooker): unknown {
  if (onlooker !== 'all') return rules.viewFor(state, onlooker);
  return rules.openView ? rules.openView(state) : rules.viewFor(state, 'spectator');
}

/** What the onlooker was told of the action that led to this moment; undefined when it was no action. */
export function happenedAt(
  rules: AnyGame,
  moments: readonly Moment[],
  ply: number,
  onlooker: Onlooker,
): unknown {
  const [before, now] = [moments[ply - 1], moments[ply]];
  if (!before || now?.step?.kind !== 'acted') return undefined;
  const viewer = onlooker === 'all' ? 'spectator' : onlooker;
  return rules.actionFor(before.state, now.step.seat, now.step.action, viewer);
}

/** A part of a long game, e.g. a deal: its steps `from` … `to`. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/** From one shuffle to the next, as far as the game has words for what that was; what comes before belongs to the first. */
export function partsOf(
  rules: AnyGame,
  moments: readonly Moment[],
  words: ReplayWords,
  lang: Lang,
  names: readonly string[],
): readonly Part[] {
  const shuffles = moments.flatMap(({ step }, ply) => (step?.kind === 'shuffled' ? [ply] : []));
  const parts: Part[] = [];
  shuffles.forEach((ply, at) => {
    const to = (shuffles[at + 1] ?? moments.length) - 1;
    const title = words.part?.(viewOf(rules, moments[to]!, 'all'), lang, names);
    if (title !== undefined) parts.push({ from: parts.length === 0 ? 0 : ply, to, title });
  });
  return parts;
}
