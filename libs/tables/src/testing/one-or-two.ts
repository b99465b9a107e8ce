import type { Game } from '@trellis/games/kit';
import type { TableOf } from '../table.js';
import { highCard, type HighCard } from './high-card.js';

/** Seat 0 holds one card after an even number of cards, and a choice of two after an odd one. */
export const oneOrTwo: Game<HighCard> = {
  ...(highCard as Game<HighCard>),
  toAct: () => [0],
  routine: ({ deck }) => (deck.length % 2 === 0 ? { only: deck.length } : {}),
};

/** A table of it in play; seat 0 owes a decision since then. */
export function aTable(cards: number, since: number, seq = cards): TableOf<'playing'> {
  return {
    ...{ id: 't', game: oneOrTwo.name, rulesVersion: 1, number: 1, setBy: 'ann', seq, at: since },
    phase: 'playing',
    conventions: { moveTimeSec: 60, timeBankSec: 0, players: 2 },
    ...{ gameId: 'g', startedAt: 0, arrived: [0, 1], alarm: null, away: [], fair: null },
    seats: [
      { kind: 'player', player: 'ann' },
      { kind: 'player', player: 'bob' },
    ],
    state: { ...highCard.start({ players: 2 }), deck: Array<number>(cards).fill(0) },
    clocks: [
      { since, spent: 0, bank: 0, decisionSeq: seq },
      { since: null, spent: 0, bank: 0, decisionSeq: 0 },
    ],
  };
}
