import type { HouseAnswer } from '@trellis/wire';

/** Why the house does not play: it has too many tables, or the club could not be asked. */
export type HouseRefusal = 'busy' | 'failed';

/**
 * Begins a game against the house, or finds the one that goes on, and goes there. An account is not needed: the club gives
 * a visitor a cookie for the evening. Resolves only when it did not work.
 */
export async function goPlayTheHouse(game: string): Promise<HouseRefusal> {
  try {
    const answer = await fetch(`/api/house/${game}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{}',
    });
    if (!answer.ok) return answer.status === 429 ? 'busy' : 'failed';
    const { tableId } = (await answer.json()) as HouseAnswer;
    window.location.assign(`/tables/${tableId}`);
    // The page is about to go; what called us waits until it does.
    return await new Promise<never>(() => undefined);
  } catch {
    return 'failed';
  }
}
