import type { ClubFacade } from './club-facade.js';
import type { Fact } from './fact.js';
import { topicsOfThread } from './public-forum-pages.js';
import type { ThreadId } from './public-forum.js';
import type { GameId, PlayerId, TableId, TableRow } from './public-club.js';

/** A part of the public club that changes as one. A page whose topics no fact touched is still right. */
export type Topic =
  | 'counts'
  | 'online'
  | 'tables-in-play'
  | 'games'
  | 'leaderboards'
  | 'deals'
  | 'statistics'
  /** Somebody shows another name, which may stand anywhere. */
  | 'names'
  | `hall:${string}`
  | `table:${TableId}`
  | `game:${GameId}`
  | `player:${PlayerId}`
  | 'forum'
  | 'blog'
  | `section:${string}`
  | `thread:${ThreadId}`;

/** A page that is the same for everybody: what it reads of the club, and the topics which that is. */
export interface PublicPage<Input> {
  readonly topics: readonly Topic[];
  read(club: ClubFacade): Input;
}

export interface HomeInput {
  readonly counts: ReturnType<ClubFacade['counts']>;
  readonly online: ReturnType<ClubFacade['online']>;
  readonly tables: ReturnType<ClubFacade['tablesInPlay']>;
  readonly recent: ReturnType<ClubFacade['recentGames']>;
  readonly leaders: readonly Leaders[];
}

export interface Leaders {
  readonly game: string;
  readonly rows: ReturnType<ClubFacade['leaderboard']>;
}

export function homePage(games: readonly string[]): PublicPage<HomeInput> {
  return {
    topics: ['counts', 'online', 'tables-in-play', 'games', 'leaderboards', 'names'],
    read: (club) => ({
      counts: club.counts(),
      online: club.online(24),
      tables: club.tablesInPlay().slice(0, 6),
      recent: club.recentGames(8),
      leaders: games.map((game) => ({ game, rows: club.leaderboard(game).slice(0, 5) })),
    }),
  };
}

export function hallPage(game: string): PublicPage<ReturnType<ClubFacade['hall']>> {
  return { topics: [`hall:${game}`, 'counts', 'names'], read: (club) => club.hall(game) };
}

/** How many people are in each hall, and how many tables are taken there. */
export function hallsPage(
  games: readonly string[],
): PublicPage<readonly { game: string; here: number; taken: number; playing: number }[]> {
  return {
    topics: ['counts', ...games.map((game) => `hall:${game}` as const)],
    read: (club) =>
      games.map((game) => {
        const { here, slots } = club.hall(game);
        const taken = slots.filter((slot) => slot !== null);
        const playing = taken.filter(({ phase }) => phase === 'playing').length;
        return { game, here, taken: taken.length, playing };
      }),
  };
}

export function tablePage(id: TableId): PublicPage<TableRow | undefined> {
  return { topics: [`table:${id}`, 'names'], read: (club) => club.table(id) };
}

/** How many rows of a leaderboard a page shows. */
export const leaderboardRows = 100;

export function leaderboardsPage(games: readonly string[]): PublicPage<readonly Leaders[]> {
  return {
    topics: ['leaderboards', 'names'],
    read: (club) =>
      games.map((game) => ({ game, rows: club.leaderboard(game).slice(0, leaderboardRows) })),
  };
}

/** Everything of the leaderboards' page beside the games of tables. */
export const paintersPage: PublicPage<ReturnType<ClubFacade['painters']>> = {
  topics: ['leaderboards', 'names'],
  read: (club) => club.painters(),
};

export function playerPage(id: PlayerId): PublicPage<
  | {
      readonly profile: NonNullable<ReturnType<ClubFacade['profile']>>;
      readonly presence: ReturnType<ClubFacade['presenceOf']>;
    }
  | undefined
> {
  return {
    topics: [`player:${id}`, 'names'],
    read: (club) => {
      const profile = club.profile(id);
      return profile && { profile, presence: club.presenceOf(id) };
    },
  };
}

export function gamePage(id: GameId): PublicPage<ReturnType<ClubFacade['game']>> {
  return { topics: [`game:${id}`, 'names'], read: (club) => club.game(id) };
}

/** What the long run of deals says. */
export function fairnessPage(): PublicPage<ReturnType<ClubFacade['deals']>> {
  return { topics: ['deals'], read: (club) => club.deals() };
}

export function statisticsPage(): PublicPage<ReturnType<ClubFacade['statistics']>> {
  return { topics: ['statistics', 'names'], read: (club) => club.statistics() };
}

/** What a fact changes, asked before it is applied: `club` is the club as it was. */
export function topicsTouchedBy(fact: Fact, club: ClubFacade): readonly Topic[] {
  switch (fact.kind) {
    case 'table-changed':
      return ofTable(fact.table.id, club.table(fact.table.id), fact.table);
    case 'table-gone':
      return ofTable(fact.id, club.table(fact.id), undefined);
    case 'game-finished':
      return [
        'games',
        'leaderboards',
        'statistics',
        ...(fact.game.steps.some(({ kind }) => kind === 'shuffled') ? (['deals'] as const) : []),
        `game:${fact.game.id}`,
        ...fact.game.seats.flatMap(({ player }) =>
          player ? [`player:${player.id}` as const] : [],
        ),
      ];
    case 'paint-finished':
      return ['leaderboards'];
    case 'deals-counted':
      return ['deals'];
    case 'statistics-counted':
      return ['statistics'];
    case 'profile-known': {
      const { id, name } = fact.profile.player;
      const known = club.profile(id)?.player.name;
      return [`player:${id}`, 'online', ...(known === name ? [] : (['names'] as const))];
    }
    case 'player-renamed':
      // Whoever is online is listed once his name is known.
      return ['names', 'online'];
    case 'player-seen':
      return ['online', `player:${fact.player}`];
    case 'thread-changed':
      return topicsOfThread(fact.head);
    case 'counts-changed':
      return ['counts'];
  }
}

function ofTable(id: TableId, before?: TableRow, after?: TableRow): Topic[] {
  const rows = [before, after].filter((row) => row !== undefined);
  const topics: Topic[] = [`table:${id}`];
  for (const { game, seats, phase } of rows) {
    topics.push(`hall:${game}`);
    if (phase === 'playing') topics.push('tables-in-play');
    for (const seat of seats) if (seat.kind === 'player') topics.push(`player:${seat.player.id}`);
  }
  return topics;
}
