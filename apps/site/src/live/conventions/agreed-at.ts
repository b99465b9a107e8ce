import { gameNamed } from '@trellis/games/catalog/games';
import { agreedConventions, type Conventions } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';

/** Everything a table agreed on; undefined while it is still being chosen. */
export function agreedAt({ game, agreed, board }: TableView): Conventions | undefined {
  const rules = gameNamed(game);
  const told = agreed ?? (board === undefined ? undefined : rules?.agreedIn?.(board));
  return rules && told && agreedConventions(rules.conventions, told);
}
