import { gameNamed } from '@trellis/games/catalog/games';
import { agreedConventions, type Conventions } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';

/** Everything a table agreed on; undefined while it is still being chosen. */
export function agreedAt({ game, agreed }: TableView): Conventions | undefined {
  const schema = gameNamed(game)?.conventions;
  return schema && agreed && agreedConventions(schema, agreed);
}
