import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ChatRooms } from '@trellis/chat';
import { ClubMemory, ClubStore, threadsInSnapshot, type Bus } from '@trellis/facade';
import { ForumStore } from '@trellis/forum';
import { games } from '@trellis/games/catalog/games';
import { Players } from '@trellis/players';
import { Tables } from '@trellis/tables';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapters } from './adapters.module.js';
import { SignIn } from './auth/sign-in.js';
import { Decisions } from './auth/decisions.js';
import { Sessions } from './auth/sessions.js';
import { Chat } from './chat/chat.js';
import { ClubModule } from './club.module.js';
import type { Configuration } from './configuration/configuration.js';
import { MemoryFeed } from './facts/memory-feed.js';
import { PlayerNames } from './facts/player-names.js';
import { Health } from './health/health.js';
import { MetricsListener } from './health/metrics-listener.js';
import { Metrics } from './health/metrics.js';
import { watchClub } from './health/watch-club.js';
import { Grid } from './grid/grid.js';
import { Bench } from './justice/bench.js';
import { Halls } from './hall/halls.js';
import { HouseTables } from './house/house-tables.js';
import { securityHeaders } from './http/headers.js';
import { clientAddress } from './http/client-address.js';
import { PatientServer } from './http/patient-server.js';
import { VisitorTables } from './house/visitor-tables.js';
import { RateLimits } from './http/rate-limits.js';
import { applicationOptions, useHttp } from './http/use-http.js';
import { AwaitedTurns } from './notices/awaited-turns.js';
import { Notices } from './notices/notices.js';
import { Acquaintances } from './people/acquaintances.js';
import { HiddenPeople } from './presence/hidden-people.js';
import type { NodeMessages } from './nodes/node-messages.js';
import { Reunion } from './nodes/reunion.js';
import { Presence } from './presence/presence.js';
import { Arrivals } from './sockets/arrivals.js';
import { ClubAdapter } from './sockets/club-adapter.js';
import { Sockets } from './sockets/sockets.js';
import { SocketAudience } from './tables/socket-audience.js';
import { findable } from './site/findable.js';
import type { SitePagesOptions } from './site/site-pages.js';
import type { SiteOptions } from './site/site.js';
import { TableBook } from './tables/table-book.js';
import { playersOf, rowOf } from './tables/table-row.js';

/** The pages of the club, in front of which this process stands. */
export interface Pages {
  /** Passes on what is not its own: `/api`, `/auth`, `/socket.io`. */
  standInFront(server: Server): void;
  /** From here on it applies the bus's facts to the memory. Resolves when pages can be had. */
  start(): Promise<void>;
  /** Memory was loaded anew, not by facts. */
  reload(): void;
  stop(): Promise<void>;
}

export interface PagesNeed {
  readonly memory: ClubMemory;
  readonly bus: Bus;
  readonly games: readonly string[];
  readonly publicUrl: string;
  readonly mayFind: SitePagesOptions['mayFind'];
  readonly admitDrawing: SiteOptions['admitDrawing'];
  readonly signIn: { readonly google: boolean; readonly oidc: boolean; readonly demo: boolean };
}

export interface ClubOptions {
  /** Left out where a test needs no pages. */
  readonly pages?: (need: PagesNeed) => Pages;
  /** A line for the operator, while it takes its time. */
  readonly progress?: (line: string) => void;
}

/** After this long (ms) people come back after a restart, each at a moment of his own: to other processes, or when this one is there again. */
const comeBack = { others: { soonest: 0, latest: 400 }, alone: { soonest: 500, latest: 4000 } };

/** The club from its start to its end. */
export class RunningClub {
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly app: NestExpressApplication,
    private readonly pages: Pages | undefined,
    private readonly reunion: Reunion,
    private readonly messages: NodeMessages,
    private readonly metrics: MetricsListener | undefined,
  ) {}

  /** Rejects when the port is taken or the storage does not answer; nothing is left open then. */
  static async start(
    adapters: Adapters,
    { pages: makePages, progress = () => undefined }: ClubOptions = {},
  ): Promise<RunningClub> {
    const { configuration, bus, log } = adapters;
    const app = await NestFactory.create<NestExpressApplication>(
      ClubModule.over(adapters),
      new PatientServer(securityHeaders(configuration), configuration.trustProxy > 0),
      { ...applicationOptions, logger: false },
    );
    const metrics = app.get(Metrics);
    const pages = makePages?.(pagesNeed(app, bus, configuration));
    const listener = configuration.metricsPort ? new MetricsListener(metrics) : undefined;
    const reunion = reunionOf(app, adapters, (lastGame) => {
      pages?.reload();
      if (lastGame !== null) void club.count(bus, log, lastGame);
    });
    app.get(Bench, { strict: false }).onAnnulled(() => reunion.gamesChanged());
    const club: RunningClub = new RunningClub(app, pages, reunion, adapters.messages, listener);
    try {
      useHttp(app, { configuration, log, rateLimits: app.get(RateLimits), witness: metrics });
      pages?.standInFront(app.getHttpServer());
      app.useWebSocketAdapter(new ClubAdapter(app, app.get(Arrivals, { strict: false })));
      progress('Waking the tables …');
      const lastGame = await wake(app, adapters);
      // Not before the tables: two processes that start together take the processor from each other, and moves come first.
      if (pages) app.get(MemoryFeed).stop();
      const pagesListen = pages?.start();
      watchClub(app, metrics, adapters);
      if (configuration.metricsPort) await listener?.start(configuration.metricsPort);
      // From now on clocks run, so people must be let in: they need not wait for the pages.
      await app.listen(configuration.port);
      reunion.begin();
      await pagesListen;
      void club.count(bus, log, lastGame);
      return club;
    } catch (error) {
      await club.stop().catch(() => undefined);
      throw error;
    }
  }

  get port(): number {
    return (this.app.getHttpServer().address() as AddressInfo).port;
  }

  /** For tests: a part of the running club. */
  get<T>(part: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(part, { strict: false });
  }

  /**
   * Takes no more requests, finishes those that were taken, tells everybody to come back, and closes. Asked twice it is
   * the same stop.
   */
  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  /** May read many games, so nobody waits for it. Those that end meanwhile are facts. */
  private async count(bus: Bus, log: Adapters['log'], through: number): Promise<void> {
    try {
      const store = this.get(ClubStore);
      const statistics = await store.countStatistics(through);
      bus.publish({ kind: 'statistics-counted', ...statistics });
      const deals = await store.countDeals(through);
      bus.publish({ kind: 'deals-counted', ...deals });
    } catch (error) {
      // The pages say that there is nothing yet; at the next start it is tried again.
      if (!this.stopping) log.error({ error }, 'Games could not be counted');
    }
  }

  private drawReturn(): number {
    const { soonest, latest } = comeBack[this.messages.hasOthers ? 'others' : 'alone'];
    return Math.round(soonest + Math.random() * (latest - soonest));
  }

  private async close(): Promise<void> {
    this.get(Health).drain();
    const sockets = this.get(Sockets);
    for (const socket of sockets.all())
      socket.emit('server:restarting', { retryMs: this.drawReturn() });
    const keepers = [this.get(Tables), this.get(VisitorTables), this.get(HouseTables)];
    await Promise.all(keepers.map((keeper) => keeper.stop()));
    this.reunion.end();
    this.get(Decisions).stop();
    this.get(Halls).close();
    this.get(Presence).close();
    this.get(Chat).close();
    this.get(AwaitedTurns).close();
    this.get(Notices).close();
    await this.get(Grid).close();
    this.get(SocketAudience).close();
    // Whoever is sent away would come back to where he was, and be sent away again.
    (this.app.getHttpServer() as Server).close();
    for (const socket of sockets.all()) socket.disconnect(true);
    await this.pages?.stop();
    await this.metrics?.stop();
    await this.app.close();
  }
}

/**
 * What is durable becomes memory: sessions that ended, tables, names, the public club, the talk of the halls. Returns the
 * ordinal of the last game that had ended before.
 */
async function wake(
  app: NestExpressApplication,
  { clock, configuration }: Pick<Adapters, 'clock' | 'configuration'>,
): Promise<number> {
  const part = <T>(token: abstract new (...args: never[]) => T) =>
    app.get<T>(token, { strict: false });
  const [memory, names, tables] = [part(ClubMemory), part(PlayerNames), part(Tables)];
  await part(Sessions).start();
  await part(Decisions).start();
  await part(Acquaintances).start();
  for (const id of await part(Players).hidingPresence()) part(HiddenPeople).set(id, true);
  const snapshot = await part(ClubStore).snapshot();
  // Games that end from here on, because their time ran out, are facts; memory keeps them.
  const threads = await part(ForumStore).newest(threadsInSnapshot);
  memory.load({ ...snapshot, threads, tables: [] });
  for (const { player } of snapshot.profiles) names.know(player);
  await tables.start();
  await part(VisitorTables).start();
  await names.load(tables.all().flatMap(playersOf));
  for (const table of tables.all()) {
    const row = rowOf(table, (id) => names.cardOf(id));
    if (row) memory.apply({ kind: 'table-changed', table: row });
    for (const id of playersOf(table)) {
      // A row that was told before its names were known gets them now.
      if (names.knows(id))
        memory.apply({ kind: 'player-renamed', player: names.cardOf(id), at: clock.now() });
    }
  }
  if (configuration.houseTables) await part(HouseTables).start();
  await part(ChatRooms).warm('hall:');
  return snapshot.games[0]?.ordinal ?? 0;
}

function reunionOf(
  app: NestExpressApplication,
  { messages, bus, log, storage }: Adapters,
  reloaded: (lastGame: number | null) => void,
): Reunion {
  const part = <T>(token: abstract new (...args: never[]) => T) =>
    app.get<T>(token, { strict: false });
  return new Reunion({
    ...{ messages, bus, store: storage.clubStore },
    ...{
      tables: { all: () => [...part(Tables).all(), ...part(HouseTables).all()] },
      book: part(TableBook),
      names: part(PlayerNames),
      presence: part(Presence),
    },
    ...{ memory: part(ClubMemory), sessions: part(Sessions), chat: part(ChatRooms) },
    games: games.map(({ name }) => name),
    reloaded,
    report: (error) => log.error({ error }, 'What other processes told may be missing'),
  });
}

function pagesNeed(
  app: NestExpressApplication,
  bus: Bus,
  { publicUrl, demoSignIn, trustProxy }: Configuration,
): PagesNeed {
  const signIn = app.get(SignIn, { strict: false });
  return {
    memory: app.get(ClubMemory),
    bus,
    games: games.map(({ name }) => name),
    publicUrl,
    mayFind: findable(app),
    admitDrawing: (request) =>
      app.get(RateLimits).takeNow('picture', { address: clientAddress(request, trustProxy) }),
    signIn: { google: signIn.offers('google'), oidc: signIn.offers('oidc'), demo: demoSignIn },
  };
}
