import type { GameRecord } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';

/** The game after one of its steps, as somebody who only watches sees it. */
export interface Position {
  readonly view: unknown;
  /** What led here, as `actionFor` tells it; undefined at the start. */
  readonly happened?: unknown;
  readonly step?: GameRecord['steps'][number];
}

/**
 * Plays the record through the rules: the position at the start and after each step. Undefined when
 * the club does not know the game any more, or plays it by other rules now.
 */
export function positionsOf(record: GameRecord): readonly Position[] | undefined {
  const rules = gameNamed(record.game);
  if (!rules || rules.rulesVersion !== record.rulesVersion) return undefined;
  let state: unknown = rules.start(record.conventions);
  const positions: Position[] = [{ view: rules.viewFor(state, 'spectator') }];
  for (const step of record.steps) {
    const before = state;
    let happened: unknown;
    switch (step.kind) {
      case 'acted':
        happened = rules.actionFor(before, step.seat, step.action, 'spectator');
        state = rules.apply(before, step.seat, step.action);
        break;
      case 'shuffled':
        state = rules.shuffled?.(before, step.order) ?? before;
        break;
      case 'rang':
        state = rules.ring?.(before) ?? before;
        break;
      case 'forfeited':
        state = rules.forfeit(before, step.seat, step.reason);
        break;
    }
    positions.push({ view: rules.viewFor(state, 'spectator'), happened, step });
  }
  return positions;
}
