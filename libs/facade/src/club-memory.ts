import type { ClubFacade, HallPage, PresenceOf } from './club-facade.js';
import type { GameStatistics } from './club-statistics.js';
import type { DealCounts } from './deal-counts.js';
import type { ClubSnapshot, Fact } from './fact.js';
import { GameCounts } from './game-counts.js';
import { GameWindow } from './game-window.js';
import { hallSlots } from './hall-slots.js';
import { KnownPeople } from './known-people.js';
import { KnownProfiles } from './known-profiles.js';
import { PaintBoard } from './paint-board.js';
import type { PresetOf } from './profile.js';
import type {
  ClubCounts,
  GameId,
  GameRecord,
  GameSummary,
  LeaderboardRow,
  PaintLeader,
  PlayerCard,
  PlayerId,
  Profile,
  TableId,
  TableRow,
} from './public-club.js';
import type { Place, Thread, ThreadHead, ThreadId } from './public-forum.js';
import { Standings } from './standings.js';
import { TableRows } from './table-rows.js';
import { ThreadWindow } from './thread-window.js';

/** What one memory holds at most. Tables are as many as the club has. */
export const memoryLimits = {
  games: 1_000,
  /** Characters of all games as JSON. */
  gameCharacters: 8 * 1024 * 1024,
  profiles: 2_000,
  threads: 1_000,
  /** Characters of all posts as HTML. */
  threadCharacters: 16 * 1024 * 1024,
};

/**
 * The club as anyone may read it, held in memory. `load` and `apply` are the only writers. Facts may
 * come late, twice and in any order: the same facts make the same memory. What was published while
 * a snapshot was being read is applied again after `load`; what the snapshot knew already changes nothing.
 */
export class ClubMemory implements ClubFacade {
  private tables = new TableRows();
  private games: GameWindow;
  private standings = new Standings();
  private paint = new PaintBoard();
  private counted: GameCounts;
  private people = new KnownPeople();
  private profiles: KnownProfiles;
  private threadWindow: ThreadWindow;

  constructor(
    private readonly presetOf: PresetOf,
    private readonly limits: Partial<typeof memoryLimits> = {},
  ) {
    this.games = this.newWindow();
    this.counted = new GameCounts(presetOf);
    this.profiles = this.newProfiles();
    this.threadWindow = this.newThreads();
  }

  /** Forgets everything and starts from this. */
  load({
    tables,
    games,
    profiles,
    leaderboards,
    painters,
    threads = [],
    facts = [],
  }: ClubSnapshot): void {
    this.tables = new TableRows(tables);
    this.games = this.newWindow();
    for (const game of games) this.games.add(game);
    this.standings = new Standings(leaderboards, games[0]?.ordinal);
    this.paint = new PaintBoard(painters);
    this.counted = new GameCounts(this.presetOf);
    this.people = new KnownPeople();
    this.profiles = this.newProfiles();
    this.threadWindow = this.newThreads();
    for (const thread of threads) this.threadWindow.add(thread);
    // Whoever was seen last comes first there and is to be forgotten last.
    for (const profile of profiles.toReversed()) this.profiles.know(profile, 0, this.games);
    for (const fact of facts) this.apply(fact);
  }

  /**
   * What storage says of games, ratings and profiles now: an arbiter has changed what was true of games that are over. All
   * else stays, and games that ended since the snapshot was read.
   */
  renew({
    games,
    profiles,
    leaderboards,
  }: Pick<ClubSnapshot, 'games' | 'profiles' | 'leaderboards'>): void {
    const known = this.games.all();
    const newest = games[0]?.ordinal ?? -Infinity;
    const oldest = known.at(-1)?.ordinal ?? -Infinity;
    // Their facts are still on the way, and will find them here already.
    for (const game of games)
      if (game.ordinal > oldest && !this.games.get(game.id)) this.counted.add(game);
    this.games = this.newWindow();
    for (const game of games) this.games.add(game);
    this.standings = new Standings(leaderboards, games[0]?.ordinal);
    this.profiles = this.newProfiles();
    for (const profile of profiles.toReversed())
      this.profiles.know(profile, this.people.calledAt(profile.player.id) ?? 0, this.games);
    for (const game of known.toReversed()) if (game.ordinal > newest) this.show(game);
  }

  /** What another memory can `load` to hold the same. */
  snapshot(): ClubSnapshot {
    const facts = this.people.nameFacts();
    for (const { value, at } of this.profiles)
      facts.push({ kind: 'profile-known', profile: value, at });
    facts.push(...this.people.presenceFacts());
    facts.push(...this.counted.facts(this.games.all()[0]?.ordinal ?? 0));
    for (const gone of this.tables.removed()) facts.push({ kind: 'table-gone', ...gone });
    return {
      tables: this.tables.all(),
      games: this.games.all(),
      profiles: [],
      leaderboards: this.standings.all(),
      threads: this.threadWindow.all(),
      painters: this.paint.rows(),
      facts,
    };
  }

  apply(fact: Fact): void {
    switch (fact.kind) {
      case 'table-changed':
        this.tables.change(fact.table);
        return;
      case 'table-gone':
        this.tables.remove(fact.id, fact.version);
        return;
      case 'game-finished':
        this.finishGame(fact.game);
        return;
      case 'paint-finished':
        this.paint.add(fact.round);
        return;
      case 'deals-counted':
        this.counted.countedDeals(fact, this.games.all());
        return;
      case 'statistics-counted':
        this.counted.countedStatistics(fact, this.games.all());
        return;
      case 'profile-known':
        this.profiles.know(fact.profile, fact.at, this.games);
        return;
      case 'player-renamed':
        this.people.called(fact.player, fact.at);
        return;
      case 'player-seen':
        this.people.wasSeen(fact.player, fact.online, fact.at);
        return;
      case 'thread-changed':
        this.threadWindow.add(fact);
        return;
      case 'counts-changed':
        this.people.counted(fact);
        return;
    }
  }

  counts(): ClubCounts {
    return this.people.counts();
  }

  hall(game: string): HallPage {
    const tables = this.tables.all().filter((table) => table.game === game);
    const byNumber = new Map(tables.map((table) => [table.number, this.people.tableNamed(table)]));
    const slots = Array.from(
      { length: hallSlots([...byNumber.keys()]) },
      (_, index) => byNumber.get(index + 1) ?? null,
    );
    return { game, here: this.people.inHall(game), slots };
  }

  table(id: TableId): TableRow | undefined {
    const table = this.tables.get(id);
    return table && this.people.tableNamed(table);
  }

  tablesInPlay(): readonly TableRow[] {
    return this.tables
      .inPlay()
      .toSorted((a, b) => inCodeOrder(a.game, b.game) || a.number - b.number)
      .map((table) => this.people.tableNamed(table));
  }

  recentGames(limit: number, game?: string): readonly GameSummary[] {
    const found: GameSummary[] = [];
    for (const each of this.games.all()) {
      if (found.length >= limit) break;
      if (game !== undefined && each.game !== game) continue;
      const { steps: _steps, rulesVersion: _version, ...summary } = each;
      found.push(this.people.gameNamed(summary));
    }
    return found;
  }

  game(id: GameId): GameRecord | undefined {
    const game = this.games.get(id);
    return game && this.people.gameNamed(game);
  }

  deals(): readonly DealCounts[] {
    return this.counted.shuffles();
  }

  statistics(): readonly GameStatistics[] {
    return this.counted.statistics().withNames((player) => this.people.named(player));
  }

  leaderboard(game: string): readonly LeaderboardRow[] {
    return this.standings
      .of(game)
      .map((row) => ({ ...row, player: this.people.named(row.player) }))
      .filter(({ player }) => !player.former);
  }

  painters(): readonly PaintLeader[] {
    return this.paint
      .rows()
      .map((row) => ({ ...row, player: row.player && this.people.named(row.player) }));
  }

  profile(id: PlayerId): Profile | undefined {
    return this.profiles.shown(id);
  }

  presenceOf(id: PlayerId): PresenceOf {
    return { online: this.people.isOnline(id), playsAt: this.tables.playedBy(id).length };
  }

  online(limit: number): readonly PlayerCard[] {
    return this.people.online(limit);
  }

  threads(place: Place, limit: number, section?: string): readonly ThreadHead[] {
    return this.threadWindow
      .heads(place)
      .filter((head) => section === undefined || head.section === section)
      .slice(0, limit)
      .map((head) => this.people.threadNamed(head));
  }

  thread(id: ThreadId): Thread | undefined {
    const thread = this.threadWindow.get(id);
    return (
      thread && {
        head: this.people.threadNamed(thread.head),
        posts: thread.posts.map((post) => ({ ...post, author: this.people.named(post.author) })),
      }
    );
  }

  private finishGame(game: GameRecord): void {
    if (this.show(game)) this.counted.add(game);
  }

  /** False when it was known already, or is older than what memory holds. */
  private show(game: GameRecord): boolean {
    if (!this.games.add(game)) return false;
    this.standings.add(game);
    this.profiles.add(game);
    return true;
  }

  private newWindow(): GameWindow {
    const { games, gameCharacters } = { ...memoryLimits, ...this.limits };
    return new GameWindow(games, gameCharacters);
  }

  private newProfiles(): KnownProfiles {
    const { profiles } = { ...memoryLimits, ...this.limits };
    return new KnownProfiles(profiles, this.presetOf, this.people);
  }

  private newThreads(): ThreadWindow {
    const { threads, threadCharacters } = { ...memoryLimits, ...this.limits };
    return new ThreadWindow(threads, threadCharacters);
  }
}

/** The same order on every machine, whatever its language. */
function inCodeOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
