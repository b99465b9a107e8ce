import type { Chance } from '@trellis/tables';

/** The same chance; ids begin with this, so that they say whose tables and games they are. */
export function withIdsOf(prefix: string, chance: Chance): Chance {
  const own: unknown = Object.create(chance, { id: { value: () => prefix + chance.id() } });
  return own as Chance;
}
