import { seededRandom } from '@trellis/games/kit';
import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import { ClubClient, seatTwo } from '../harness/club-client.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { PostgresWire } from '../harness/postgres-wire.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { pause, until } from './crowd.js';
import { Crowds } from './crowds.js';
import { History } from './history.js';
import { judge } from './judge.js';
import { lostSoFar } from './lost-so-far.js';
import { readKept, rememberEntries } from './kept.js';

export interface OutagesOptions {
  /** How often the database is stopped at once and started again under play. */
  readonly stops: number;
  /** How often the connection is cut when the end of a game is committed: half before, half after it happened. */
  readonly cuts: number;
  readonly seed: number;
  readonly bug?: PlantedBug;
}

export interface OutagesReport {
  readonly seed: number;
  readonly stops: number;
  readonly cuts: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly games: number;
  /** From the stop of the database to the message that everybody gets, ms. */
  readonly toldMs: { readonly median: number; readonly max: number };
  /** From a database that accepts connections to the next acknowledged move, ms. */
  readonly resumedMs: { readonly median: number; readonly max: number };
  readonly broken: readonly string[];
}

const tables = 6;
const thinkingTime = 900_000;
/** What one outage may cost a clock: from the last beat to the stop, and from the start to the credit (ms). */
const clockPerOutage = 2500;

/**
 * The database goes away under play and comes back; the wire to it is cut at COMMIT. The club lives, people are told, and
 * nothing is lost or doubled.
 */
export async function loseDatabase({
  stops,
  cuts,
  seed,
  bug,
}: OutagesOptions): Promise<OutagesReport> {
  const random = seededRandom(seed);
  const history = new History();
  const postgres = await temporaryPostgres();
  if (!postgres) throw new Error(howToGetPostgres);
  const wire = await PostgresWire.before(postgres.url);
  const club = await QuickClubProcess.start({
    databaseUrl: wire.url,
    bug,
    // What goes wrong in an outage is logged, and is no news here.
    env: { LOG_LEVEL: 'silent' },
  });
  const { pid } = club;
  const broken: string[] = [];
  const toldMs: number[] = [];
  const resumedMs: number[] = [];
  const lost: string[] = [];
  try {
    await rememberEntries(postgres.url);
    const news: boolean[] = [];
    const thinkers = await Promise.all(
      ['Slow One', 'Slow Two'].map((name) => ClubClient.connect(club.url, name)),
    );
    const [thinker] = thinkers as [ClubClient, ClubClient];
    thinker.socket.on('club:storage', ({ available }) => news.push(available));
    const quiet = await seatTwo(thinker, thinkers[1]!, { moveTimeSec: thinkingTime / 1000 });
    const quietSince = performance.now();
    let away = 0;
    const crowds = await Crowds.sit(club.url, history, { tables, seed });

    for (let stop = 0; stop < stops; stop++) {
      await crowds.more(tables + Math.floor(12 * random()));
      await pause(100 * random());
      news.length = 0;
      const stopped = performance.now();
      await postgres.halt();
      await until(() => news.includes(false), 20_000).catch(() => {
        broken.push('The database was away, and nobody was told.');
      });
      toldMs.push(performance.now() - stopped);
      const answer = await thinker.ask('table:set', { game: 'tic-tac-toe' });
      if (answer.ok || answer.code !== 'storage-away')
        broken.push(`Without a database the club answers ${answer.ok ? 'ok' : answer.code}.`);
      await pause(3000 * random());
      await postgres.startAgain();
      // A planted bug need not be looked for any longer than until it is found.
      if (bug) lost.push(...lostSoFar(history, await readKept(postgres.url)));
      if (lost.length > 0) break;
      const back = performance.now();
      await crowds.more(1);
      resumedMs.push(performance.now() - back);
      away += performance.now() - stopped;
      await until(() => news.at(-1) === true, 20_000).catch(() => {
        broken.push('The database was back, and nobody was told.');
      });
    }

    const report = (games: number, faults: readonly string[]): OutagesReport => ({
      ...{ seed, stops, cuts, games, broken: faults },
      acknowledged: history.count('acknowledged'),
      refused: history.count('refused'),
      unanswered: history.count('unanswered'),
      toldMs: spread(toldMs),
      resumedMs: spread(resumedMs),
    });
    const goHome = () => [crowds, ...thinkers].forEach((each) => each.close());
    if (lost.length > 0) {
      goHome();
      return report(0, lost);
    }

    for (let cut = 0; cut < cuts; cut++) {
      const when = cut % 2 === 0 ? 'after' : 'before';
      await new Promise<void>((resolve) => {
        wire.watchWith((passage) => {
          if (passage.when !== when || !passage.statement.startsWith('COMMIT')) return 'pass';
          wire.watchWith(() => 'pass');
          resolve();
          return 'cut';
        });
      });
      await crowds.more(tables);
    }

    const { seats } = await thinker.look(quiet);
    const used = thinkingTime - seats[0]!.clock!.move;
    const mostUsed = performance.now() - quietSince - away + clockPerOutage * stops;
    if (used < 0 || used > mostUsed)
      broken.push(`A clock ran ${used} ms, with a database for ${Math.round(mostUsed)} ms.`);
    await crowds.settle();
    goHome();
    if (club.pid !== pid || !club.running) broken.push('The club did not live through it.');
    const kept = await readKept(postgres.url);
    return report(kept.games.size, [...broken, ...judge(history, kept)]);
  } finally {
    await club.remove();
    await wire.close();
    await postgres.stop();
  }
}

function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  return { median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 };
}
