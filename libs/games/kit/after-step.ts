import type { Conventions } from './conventions.js';
import type { AnyGame } from './game.js';
import type { PlayedStep } from './notation.js';

/** What a step of a record led to. */
export function afterStep(rules: AnyGame, state: unknown, step: PlayedStep): unknown {
  switch (step.kind) {
    case 'acted':
      return rules.apply(state, step.seat, step.action);
    case 'shuffled':
      return rules.shuffled?.(state, step.order) ?? state;
    case 'rang':
      return rules.ring?.(state) ?? state;
    case 'proven':
      return rules.proven?.(state) ?? state;
    case 'relieved':
      return rules.absence?.away(state, step.seat, step.reason) ?? state;
    case 'returned':
      return rules.absence?.back(state, step.seat) ?? state;
    case 'forfeited':
      return rules.forfeit(state, step.seat, step.reason);
  }
}

/** How a recorded game ended. Throws what the rules throw at a step that cannot have been. */
export function endOf(
  rules: AnyGame,
  {
    conventions,
    steps,
  }: { readonly conventions: Conventions; readonly steps: readonly PlayedStep[] },
): unknown {
  return steps.reduce<unknown>(
    (state, step) => afterStep(rules, state, step),
    rules.start(conventions),
  );
}
