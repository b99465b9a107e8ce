import type { ClubFacade, HallPage, PresenceOf } from './club-facade.js';
import { withCompanyShown } from './company.js';
import { ClubStatistics, type GameStatistics } from './club-statistics.js';
import { DealTally, type DealCounts } from './deal-counts.js';
import type { ClubSnapshot, CountedDeals, CountedStatistics, Fact } from './fact.js';
import { GameWindow } from './game-window.js';
import { hallSlots } from './hall-slots.js';
import { Latest } from './latest.js';
import { PaintBoard } from './paint-board.js';
import { withGame, type PresetOf } from './profile.js';
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
import { ThreadWindow } from './thread-window.js';

/** What one memory holds at most. Tables are as many as the club has. */
export const memoryLimits = {
  games: 1_000,
  /** Characters of all games as JSON. */
  gameCharacters: 8 * 1024 * 1024,
  profiles: 2_000,
  /** Names and moments of being seen, of people whose profile may be elsewhere. */
  people: 20_000,
  goneTables: 10_000,
  threads: 1_000,
  /** Characters of all posts as HTML. */
  threadCharacters: 16 * 1024 * 1024,
};

const nobody: ClubCounts = { players: 0, visitors: 0, tablesInPlay: 0 };

/**
 * The club as anyone may read it, held in memory. `load` and `apply` are the only writers. Facts may
 * come late, twice and in any order: the same facts make the same memory. What was published while
 * a snapshot was being read is applied again after `load`; what the snapshot knew already changes nothing.
 */
export class ClubMemory implements ClubFacade {
  private tables = new Map<TableId, TableRow>();
  private gone = new Latest<true>(memoryLimits.goneTables);
  private games: GameWindow;
  private standings = new Standings();
  private paint = new PaintBoard();
  /** Of games up to `through` as they were counted, and of those that came since. */
  private counted = { tally: new DealTally(), through: -Infinity };
  private figures: { statistics: ClubStatistics; through: number };
  private profiles: Latest<Profile>;
  private threadWindow: ThreadWindow;
  private names = new Latest<PlayerCard>(memoryLimits.people);
  private seen = new Latest<boolean>(memoryLimits.people, (online) => online);
  private present = {
    counts: nobody,
    halls: {} as Readonly<Record<string, number>>,
    at: -Infinity,
  };

  constructor(
    private readonly presetOf: PresetOf,
    private readonly limits: Partial<typeof memoryLimits> = {},
  ) {
    this.games = this.newWindow();
    this.figures = this.noFigures();
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
    this.tables = new Map(tables.map((table) => [table.id, table]));
    this.gone = new Latest(memoryLimits.goneTables);
    this.games = this.newWindow();
    for (const game of games) this.games.add(game);
    this.standings = new Standings(leaderboards, games[0]?.ordinal);
    this.paint = new PaintBoard(painters);
    this.counted = { tally: new DealTally(), through: -Infinity };
    this.figures = this.noFigures();
    this.profiles = this.newProfiles();
    this.threadWindow = this.newThreads();
    for (const thread of threads) this.threadWindow.add(thread);
    this.names = new Latest(memoryLimits.people);
    this.seen = new Latest(memoryLimits.people, (online) => online);
    this.present = { counts: nobody, halls: {}, at: -Infinity };
    // Whoever was seen last comes first there and is to be forgotten last.
    for (const profile of profiles.toReversed()) this.knowProfile(profile, 0);
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
      if (game.ordinal > oldest && !this.games.get(game.id)) this.count(game);
    this.games = this.newWindow();
    for (const game of games) this.games.add(game);
    this.standings = new Standings(leaderboards, games[0]?.ordinal);
    this.profiles = this.newProfiles();
    for (const profile of profiles.toReversed())
      this.knowProfile(profile, this.names.at(profile.player.id) ?? 0);
    for (const game of known.toReversed()) if (game.ordinal > newest) this.show(game);
  }

  /** What another memory can `load` to hold the same. */
  snapshot(): ClubSnapshot {
    const facts: Fact[] = [];
    if (this.present.at > -Infinity) facts.push({ kind: 'counts-changed', ...this.present });
    for (const { value, at } of this.names)
      facts.push({ kind: 'player-renamed', player: value, at });
    for (const { value, at } of this.profiles)
      facts.push({ kind: 'profile-known', profile: value, at });
    for (const { key, value, at } of this.seen)
      facts.push({ kind: 'player-seen', player: key, online: value, at });
    if (this.counted.through > -Infinity) {
      const through = Math.max(this.counted.through, this.games.all()[0]?.ordinal ?? 0);
      facts.push({ kind: 'deals-counted', through, deals: this.deals() });
    }
    if (this.figures.through > -Infinity) {
      const through = Math.max(this.figures.through, this.games.all()[0]?.ordinal ?? 0);
      const statistics = this.figures.statistics.all();
      facts.push({ kind: 'statistics-counted', through, statistics });
    }
    for (const { key, at } of this.gone) facts.push({ kind: 'table-gone', id: key, version: at });
    return {
      tables: [...this.tables.values()],
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
      case 'table-changed': {
        const { id, version } = fact.table;
        if (version <= (this.tables.get(id)?.version ?? -Infinity)) return;
        if (version <= (this.gone.at(id) ?? -Infinity)) return;
        this.tables.set(id, fact.table);
        return;
      }
      case 'table-gone':
        this.gone.set(fact.id, true, fact.version);
        if ((this.tables.get(fact.id)?.version ?? Infinity) <= fact.version)
          this.tables.delete(fact.id);
        return;
      case 'game-finished':
        this.finishGame(fact.game);
        return;
      case 'paint-finished':
        this.paint.add(fact.round);
        return;
      case 'deals-counted':
        this.countDeals(fact);
        return;
      case 'statistics-counted':
        this.countStatistics(fact);
        return;
      case 'profile-known':
        this.knowProfile(fact.profile, fact.at);
        return;
      case 'player-renamed':
        this.names.set(fact.player.id, fact.player, fact.at);
        return;
      case 'player-seen':
        this.seen.set(fact.player, fact.online, fact.at);
        return;
      case 'thread-changed':
        this.threadWindow.add(fact);
        return;
      case 'counts-changed':
        if (fact.at > this.present.at)
          this.present = { counts: fact.counts, halls: fact.halls, at: fact.at };
        return;
    }
  }

  counts(): ClubCounts {
    return this.present.counts;
  }

  hall(game: string): HallPage {
    const tables = [...this.tables.values()].filter((table) => table.game === game);
    const byNumber = new Map(tables.map((table) => [table.number, this.tableNamed(table)]));
    const slots = Array.from(
      { length: hallSlots([...byNumber.keys()]) },
      (_, index) => byNumber.get(index + 1) ?? null,
    );
    return { game, here: this.present.halls[game] ?? 0, slots };
  }

  table(id: TableId): TableRow | undefined {
    const table = this.tables.get(id);
    return table && this.tableNamed(table);
  }

  tablesInPlay(): readonly TableRow[] {
    return [...this.tables.values()]
      .filter(({ phase }) => phase === 'playing')
      .sort((a, b) => inCodeOrder(a.game, b.game) || a.number - b.number)
      .map((table) => this.tableNamed(table));
  }

  recentGames(limit: number, game?: string): readonly GameSummary[] {
    const found: GameSummary[] = [];
    for (const each of this.games.all()) {
      if (found.length >= limit) break;
      if (game !== undefined && each.game !== game) continue;
      const { steps: _steps, rulesVersion: _version, ...summary } = each;
      found.push(this.gameNamed(summary));
    }
    return found;
  }

  game(id: GameId): GameRecord | undefined {
    const game = this.games.get(id);
    return game && this.gameNamed(game);
  }

  deals(): readonly DealCounts[] {
    return this.counted.tally.all();
  }

  statistics(): readonly GameStatistics[] {
    return this.figures.statistics.withNames((player) => this.named(player));
  }

  leaderboard(game: string): readonly LeaderboardRow[] {
    return this.standings
      .of(game)
      .map((row) => ({ ...row, player: this.named(row.player) }))
      .filter(({ player }) => !player.former);
  }

  painters(): readonly PaintLeader[] {
    return this.paint
      .rows()
      .map((row) => ({ ...row, player: row.player && this.named(row.player) }));
  }

  profile(id: PlayerId): Profile | undefined {
    const profile = this.profiles.get(id);
    if (!profile) return undefined;
    const shown = withCompanyShown(profile);
    return {
      ...shown,
      player: this.named(profile.player),
      lastSeen: Math.max(profile.lastSeen, this.seen.at(id) ?? 0),
      recent: profile.recent.map((game) => this.gameNamed(game)),
      games: shown.games.map((stats) => ({
        ...stats,
        company: stats.company.map((row) => ({ ...row, player: this.named(row.player) })),
      })),
    };
  }

  presenceOf(id: PlayerId): PresenceOf {
    const playsAt = [...this.tables.values()].filter(
      ({ phase, seats }) =>
        phase === 'playing' &&
        seats.some((seat) => seat.kind === 'player' && seat.player.id === id),
    );
    return { online: this.seen.get(id) ?? false, playsAt: playsAt.length };
  }

  online(limit: number): readonly PlayerCard[] {
    return [...this.seen]
      .filter(({ value }) => value)
      .sort((a, b) => a.at - b.at || inCodeOrder(a.key, b.key))
      .flatMap(({ key }) => {
        return this.names.get(key) ?? [];
      })
      .slice(0, limit);
  }

  threads(place: Place, limit: number, section?: string): readonly ThreadHead[] {
    return this.threadWindow
      .heads(place)
      .filter((head) => section === undefined || head.section === section)
      .slice(0, limit)
      .map((head) => this.headNamed(head));
  }

  thread(id: ThreadId): Thread | undefined {
    const thread = this.threadWindow.get(id);
    return (
      thread && {
        head: this.headNamed(thread.head),
        posts: thread.posts.map((post) => ({ ...post, author: this.named(post.author) })),
      }
    );
  }

  private finishGame(game: GameRecord): void {
    if (this.show(game)) this.count(game);
  }

  /** False when it was known already, or is older than what memory holds. */
  private show(game: GameRecord): boolean {
    if (!this.games.add(game)) return false;
    this.standings.add(game);
    for (const { player } of game.seats) {
      const profile = player && this.profiles.get(player.id);
      if (profile) this.profiles.replace(player.id, withGame(profile, game, this.presetOf));
    }
    return true;
  }

  private count(game: GameRecord): void {
    const { tally, through } = this.counted;
    // Before anything was counted the game waits in the window.
    if (through > -Infinity && game.ordinal > through) tally.add(game);
    const { figures } = this;
    if (figures.through > -Infinity && game.ordinal > figures.through) figures.statistics.add(game);
  }

  private countDeals({ through, deals }: CountedDeals): void {
    if (through <= this.counted.through) return;
    const tally = new DealTally(deals);
    for (const game of this.games.all()) if (game.ordinal > through) tally.add(game);
    this.counted = { tally, through };
  }

  private countStatistics({ through, statistics: known }: CountedStatistics): void {
    if (through <= this.figures.through) return;
    const statistics = new ClubStatistics(this.presetOf, known);
    for (const game of this.games.all()) if (game.ordinal > through) statistics.add(game);
    this.figures = { statistics, through };
  }

  private noFigures() {
    return { statistics: new ClubStatistics(this.presetOf), through: -Infinity };
  }

  /** A profile from storage may lack the last games: their facts have come already. */
  private knowProfile(profile: Profile, at: number): void {
    const { id } = profile.player;
    this.names.set(id, profile.player, at);
    const missing = this.games
      .all()
      .filter(({ seats }) => seats.some(({ player }) => player?.id === id));
    const whole = missing
      .toReversed()
      .reduce<Profile>((known, game) => withGame(known, game, this.presetOf), profile);
    this.profiles.set(id, whole, at);
  }

  private newWindow(): GameWindow {
    const { games, gameCharacters } = { ...memoryLimits, ...this.limits };
    return new GameWindow(games, gameCharacters);
  }

  private newProfiles(): Latest<Profile> {
    const { profiles } = { ...memoryLimits, ...this.limits };
    return new Latest(profiles, ({ player }) => this.seen.get(player.id) ?? false);
  }

  private newThreads(): ThreadWindow {
    const { threads, threadCharacters } = { ...memoryLimits, ...this.limits };
    return new ThreadWindow(threads, threadCharacters);
  }

  // People may hide their last name, and then nothing older shows it either.
  private named(player: PlayerCard): PlayerCard {
    return this.names.get(player.id) ?? player;
  }

  private tableNamed(table: TableRow): TableRow {
    return {
      ...table,
      setBy: this.named(table.setBy),
      seats: table.seats.map((seat) =>
        'player' in seat ? { ...seat, player: this.named(seat.player) } : seat,
      ),
    };
  }

  private headNamed(head: ThreadHead): ThreadHead {
    const last = { ...head.last, author: this.named(head.last.author) };
    return { ...head, author: this.named(head.author), last };
  }

  private gameNamed<Game extends GameSummary>(game: Game): Game {
    const seats = game.seats.map((seat) => ({
      ...seat,
      player: seat.player && this.named(seat.player),
    }));
    return { ...game, seats };
  }
}

/** The same order on every machine, whatever its language. */
function inCodeOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
