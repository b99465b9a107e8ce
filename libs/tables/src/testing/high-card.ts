import { commonConventions, tableGroup, type Game } from '@trellis/games/kit';

/**
 * A made-up game that uses everything a table must know of: a hidden deck, an alarm, two who may
 * act at once. Each of two or three seats is dealt a card and shows it or folds; the highest shown card wins.
 * If somebody dawdles, the rest fold when the alarm rings.
 */
export interface HighCard {
  readonly deck: readonly number[];
  readonly said: readonly ('show' | 'fold' | null)[];
  readonly offender: number | null;
  readonly reason: 'played' | 'time' | 'left';
}

export type Word = 'show' | 'fold';

export const highCard: Game<HighCard, { readonly say: Word }, unknown> = {
  name: 'high-card',
  rulesVersion: 1,
  conventions: {
    groups: [tableGroup],
    fields: [
      ...commonConventions({ moveTimeSec: 10, timeBankSec: 5, absence: true }),
      {
        ...{ id: 'players', type: 'integer', default: 2, min: 2, max: 3, group: 'table' },
        label: { en: 'Players', ru: 'Игроков', es: 'Jugadores' },
        help: { en: 'How many.', ru: 'Сколько.', es: 'Cuántos.' },
      },
    ],
    presets: [{ id: 'usual', label: { en: 'Usual', ru: 'Обычные', es: 'Normal' }, values: {} }],
  },
  seats: ({ players }) => Number(players),
  start: ({ players }) => ({
    deck: [],
    said: Array.from({ length: Number(players) }, () => null),
    offender: null,
    reason: 'played',
  }),
  toAct: (state) =>
    state.deck.length === 0 || isOver(state)
      ? []
      : state.said.flatMap((word, seat) => (word ? [] : [seat])),
  legalActions: (state, seat) =>
    highCard.toAct(state).includes(seat) ? [{ say: 'show' }, { say: 'fold' }] : [],
  apply: (state, seat, { say }) => ({ ...state, said: state.said.with(seat, say) }),
  awaitsShuffle: ({ deck, offender }) => (deck.length === 0 && offender === null ? 32 : undefined),
  shuffled: (state, order) => ({ ...state, deck: order }),
  alarm: (state) =>
    state.said.some(Boolean) && !isOver(state) ? { id: 'dawdling', ms: 4000 } : undefined,
  ring: (state) => ({ ...state, said: state.said.map((word) => word ?? 'fold') }),
  absence: { away: (state) => state, back: (state) => state },
  forfeit: (state, seat, reason) => ({ ...state, offender: seat, reason }),
  result: (state) => {
    if (!isOver(state)) return undefined;
    const scores = state.said.map((word, seat) =>
      seat === state.offender ? -10 : word === 'show' ? state.deck[seat]! : 0,
    );
    return {
      places: scores.map((score) => 1 + scores.filter((other) => other > score).length),
      scores,
      reason: state.reason,
      ...(state.offender === null ? {} : { offender: state.offender }),
      fine: state.offender === null ? 0 : 10,
    };
  },
  viewFor: (state, viewer) => ({
    said: state.said,
    card: viewer === 'spectator' ? null : (state.deck[viewer] ?? null),
    cards: isOver(state) ? state.deck.slice(0, state.said.length) : null,
  }),
  actionFor: (_state, _seat, { say }) => ({ say }),
  computers: [{ level: 'bold', choose: (_view, legal) => legal[0]! }],
};

function isOver({ said, offender }: HighCard): boolean {
  return offender !== null || said.every(Boolean);
}
