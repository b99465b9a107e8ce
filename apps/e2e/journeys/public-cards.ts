import type { FoldedView } from '@trellis/games/preferans/rules';
import { expect } from './club';
import type { Watcher } from './preferans';

/** No frame names a card that was not played or turned up by then; the frames themselves do not say what is public. */
export function onlyPublicCards({ frames }: Watcher): void {
  let looked = 0;
  let deal = 0;
  const open = new Set<string>();
  for (const { board, happened, legal } of frames) {
    expect(legal).toEqual([]);
    const running = (board as FoldedView | undefined)?.deal;
    if (!running) continue;
    if (running.no !== deal) open.clear();
    deal = running.no;
    for (const { action } of happened) {
      const { kind, card } = (action ?? {}) as { kind?: string; card?: string };
      if (kind === 'play' && card !== undefined) open.add(card);
    }
    // Two cards of a talon that was won, or those that lead in raspasy.
    expect(running.talon.length).toBeLessThanOrEqual(4);
    for (const card of running.talon.match(/../g) ?? []) open.add(card);
    const { auction: _auction, said: _said, contract: _contract, ...rest } = running;
    const named = JSON.stringify(rest).match(/[789TJQKA][SCDH]/g) ?? [];
    expect(named.filter((card) => !open.has(card))).toEqual([]);
    looked++;
  }
  expect(looked).toBeGreaterThan(20);
}
