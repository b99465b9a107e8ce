import type { Page } from '@playwright/test';

interface Sheet {
  readonly pool: readonly number[];
  readonly mountain: readonly number[];
  /** By writer, then by who it is written on. */
  readonly whists: readonly (readonly number[])[];
}

/** The numbers as the page names them. */
export async function sheetOn(page: Page, people: readonly string[]): Promise<Sheet> {
  const number = async (label: string) => {
    const named = page.getByRole('button', { name: label }).first();
    return Number(/: (-?\d+)\. Why/.exec((await named.getAttribute('aria-label')) ?? '')?.[1]);
  };
  const all = (of: (name: string) => Promise<number>) => Promise.all(people.map(of));
  return {
    pool: await all((name) => number(`Pool of ${name}`)),
    mountain: await all((name) => number(`Mountain of ${name}`)),
    whists: await Promise.all(
      people.map((name) =>
        all(async (on) => (on === name ? 0 : number(`Whists of ${name} on ${on}`))),
      ),
    ),
  };
}

/** Rule 13.1. */
export function exactScore({ pool, mountain, whists }: Sheet, seat: number): number {
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const net = whists.reduce((sum, row, other) => sum + whists[seat]![other]! - row[seat]!, 0);
  return net + 10 * (pool[seat]! - mean(pool)) + 10 * (mean(mountain) - mountain[seat]!);
}
