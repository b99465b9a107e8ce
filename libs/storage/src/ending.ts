import type { GameRecord, PlayerCard, PlayerId, RatingChange } from '@trellis/facade';
import { isProvisional, rate, shownRating, type Rating } from '@trellis/ratings';
import type { Ended, Ending } from '@trellis/tables';

/** What one game did to one player's rating, in full precision. */
export interface LedgerChange {
  readonly player: PlayerId;
  readonly before: Rating;
  readonly after: Rating;
}

/** The human players of a game, in the order of their seats. */
export function playersOf({ seats }: Pick<Ending, 'seats'>): PlayerId[] {
  return seats.flatMap((seat) => (seat.kind === 'player' ? [seat.player] : []));
}

/** Their places among all; a computer between them leaves a gap, which changes no order. */
export function placesOfPlayers({ seats, result }: Pick<Ending, 'seats' | 'result'>): number[] {
  return seats.flatMap(({ kind }, seat) =>
    kind === 'player' ? [resultOf(result.places, seat)] : [],
  );
}

/** A game counts when its table says so and at least two players, all different, have played it. */
export function isRated(ending: Pick<Ending, 'rated' | 'seats'>): boolean {
  const players = playersOf(ending);
  return ending.rated && players.length > 1 && new Set(players).size === players.length;
}

/** New ratings from the old ones; both in the order of the seats. */
export function changesOf(
  players: readonly PlayerId[],
  before: readonly Rating[],
  places: readonly number[],
): LedgerChange[] {
  const after = rate(before, places);
  return players.map((player, seat) => {
    const [old, fresh] = [before[seat], after[seat]];
    if (!old || !fresh) throw new Error(`Seat ${seat} has no rating.`);
    return { player, before: old, after: fresh };
  });
}

/** A change as people see it. */
export function shownChange({ player, before, after }: LedgerChange): RatingChange {
  return {
    player,
    before: shownRating(before),
    after: shownRating(after),
    provisional: isProvisional(after),
  };
}

/** The last entry of an ending with the ratings filled in. */
export function finishedEntry(ending: Ending, ratings: readonly RatingChange[]): Ended['finished'] {
  const last = ending.entries.at(-1);
  if (last?.kind !== 'finished') throw new Error('An ending ends with the entry `finished`.');
  return { ...last, ratings };
}

/** How many of the steps were somebody's moves. */
export function movesOf({ steps }: Pick<Ending, 'steps'>): number {
  return steps.filter(({ kind }) => kind === 'acted').length;
}

export function recordOf(
  ending: Ending,
  ordinal: number,
  ratings: readonly RatingChange[],
  cards: ReadonlyMap<PlayerId, PlayerCard>,
): GameRecord {
  const { result } = ending;
  return {
    id: ending.gameId,
    game: ending.game,
    ordinal,
    table: ending.number,
    startedAt: ending.startedAt,
    finishedAt: ending.finishedAt,
    conventions: ending.conventions,
    rated: isRated(ending),
    seats: ending.seats.map((seat, index) => ({
      player: seat.kind === 'player' ? cardIn(cards, seat.player) : null,
      computer: seat.kind === 'computer' ? seat.level : null,
      place: resultOf(result.places, index),
      score: resultOf(result.scores, index),
      rating:
        (seat.kind === 'player' && ratings.find(({ player }) => player === seat.player)) || null,
    })),
    reason: result.reason,
    offender: result.offender ?? null,
    fine: result.fine,
    moves: movesOf(ending),
    rulesVersion: ending.rulesVersion,
    steps: ending.steps,
    ...(ending.fairness && { fairness: ending.fairness }),
    ...(ending.tallies && { tallies: ending.tallies }),
  };
}

export function cardIn(cards: ReadonlyMap<PlayerId, PlayerCard>, id: PlayerId): PlayerCard {
  const card = cards.get(id);
  if (!card) throw new Error(`The club knows no player ${id}.`);
  return card;
}

export function resultOf(values: readonly number[], seat: number): number {
  const value = values[seat];
  if (value === undefined) throw new Error(`The result says nothing of seat ${seat}.`);
  return value;
}
