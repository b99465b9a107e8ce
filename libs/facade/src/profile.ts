import { addTallies, type Conventions } from '@trellis/games/kit';
import type {
  CountedGame,
  FinishedSeat,
  GameSummary,
  PlayerGameStats,
  PlayerId,
  Profile,
  RatingPoint,
} from './public-club.js';
import { added, inCodeOrder, noScore, outcomeAmong, seatOf, withCompany } from './company.js';
import { seasonOf } from './season.js';

/** The id of the preset that these conventions equal, or `own`. Memory and storage are handed it: only the catalog knows the schemas. */
export type PresetOf = (game: string, conventions: Conventions) => string;

/** Who the profile is of, before any game. */
export type ProfileHead = Pick<Profile, 'player' | 'memberSince' | 'lastSeen'>;

/** How many of the last games a profile holds. */
export const recentGamesKept = 50;
/** How many points a rating curve holds. */
export const curvePointsKept = 200;

/** A profile from all finished games of its player, in any order; games of others are passed over. */
export function profileFrom(
  { player, memberSince, lastSeen }: ProfileHead,
  summaries: readonly CountedGame[],
  presetOf: PresetOf,
): Profile {
  const own = summaries
    .filter((game) => seatOf(game, player.id))
    .sort((a, b) => a.ordinal - b.ordinal);
  const empty: Profile = { player, memberSince, lastSeen, games: [], recent: [] };
  return own.reduce((profile, game) => withGame(profile, game, presetOf), empty);
}

/**
 * The profile after one more game. Harmless when the game comes twice or late: a profile knows its
 * last games by their ordinals, and what is older than all of them has been counted.
 */
export function withGame(profile: Profile, game: CountedGame, presetOf: PresetOf): Profile {
  const seat = seatOf(game, profile.player.id);
  if (!seat || isCounted(profile, game)) return profile;
  const later = profile.recent.filter(({ ordinal }) => ordinal > game.ordinal);
  return {
    ...profile,
    games: withStats(profile, game, seat, later, presetOf),
    recent: profile.recent.toSpliced(later.length, 0, withoutMoves(game)).slice(0, recentGamesKept),
  };
}

function isCounted({ recent }: Profile, { id, ordinal }: GameSummary): boolean {
  const oldest = recent.at(-1);
  const isOlderThanAll =
    oldest !== undefined && recent.length >= recentGamesKept && ordinal < oldest.ordinal;
  return isOlderThanAll || recent.some((game) => game.id === id);
}

function withStats(
  { player, games }: Profile,
  game: CountedGame,
  seat: FinishedSeat,
  later: readonly GameSummary[],
  presetOf: PresetOf,
): PlayerGameStats[] {
  const before = games.find((each) => each.game === game.game) ?? noStats(game.game);
  const preset = presetOf(game.game, game.conventions);
  const season = seasonOf(game.finishedAt);
  const outcome = outcomeAmong(seat, game.seats);
  const curve = withPoint(before.curve, player.id, game, seat, later);
  const isOffender = game.offender !== null && game.seats[game.offender] === seat;
  const after: PlayerGameStats = {
    ...before,
    ...added(before, outcome),
    rating: curve.at(-1)?.rating ?? null,
    provisional: before.provisional && (seat.rating?.provisional ?? true),
    curve,
    byPreset: {
      ...before.byPreset,
      [preset]: added(before.byPreset[preset] ?? noScore, outcome),
    },
    bySeason: {
      ...before.bySeason,
      [season]: added(before.bySeason[season] ?? noScore, outcome),
    },
    forfeits: before.forfeits + (isOffender ? 1 : 0),
    company: withCompany(before.company, game, seat, later),
    tallies: addTallies(before.tallies, game.tallies?.[game.seats.indexOf(seat)] ?? []),
  };
  return [...games.filter((each) => each !== before), after].sort(
    (a, b) => b.played - a.played || inCodeOrder(a.game, b.game),
  );
}

/** The curve has no ordinals; the games after this one say how far from its end the point belongs. */
function withPoint(
  curve: readonly RatingPoint[],
  player: PlayerId,
  game: GameSummary,
  { rating }: FinishedSeat,
  later: readonly GameSummary[],
): readonly RatingPoint[] {
  if (!rating) return curve;
  const pointsLater = later.filter(
    (each) => each.game === game.game && seatOf(each, player)?.rating,
  ).length;
  const point = { at: game.finishedAt, gameId: game.id, rating: rating.after };
  return curve.toSpliced(curve.length - pointsLater, 0, point).slice(-curvePointsKept);
}

function noStats(game: string): PlayerGameStats {
  return {
    game,
    ...noScore,
    rating: null,
    provisional: true,
    curve: [],
    byPreset: {},
    bySeason: {},
    forfeits: 0,
    company: [],
    tallies: [],
  };
}

/** A profile's list holds no moves, even when a whole record was given. */
function withoutMoves(game: GameSummary): GameSummary {
  const { id, ordinal, table, startedAt, finishedAt, conventions, rated, seats } = game;
  const { reason, offender, fine, moves, annulled } = game;
  return {
    id,
    game: game.game,
    ordinal,
    table,
    startedAt,
    finishedAt,
    conventions,
    rated,
    seats,
    reason,
    offender,
    fine,
    moves,
    ...(annulled && { annulled }),
  };
}
