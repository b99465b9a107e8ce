import { seededRandom } from '@trellis/games/kit';
import { ClubClient, seatTwo } from '../harness/club-client.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { pause } from './crowd.js';
import { Crowds } from './crowds.js';
import { History } from './history.js';
import { judge } from './judge.js';
import { lostSoFar } from './lost-so-far.js';
import { quickPlayground, wholePlayground } from './playground.js';

export interface KillsOptions {
  readonly kills: number;
  readonly seed: number;
  /** `quick`: without pages on a real Postgres. `whole`: as `npm start` runs it, on the embedded one. */
  readonly club: 'quick' | 'whole';
  readonly bug?: PlantedBug;
  /** Play that stands still for so long (ms) has stopped. */
  readonly patience?: number;
}

export interface KillsReport {
  readonly seed: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly games: number;
  /** From the order to start to a club that answers, ms. */
  readonly startMs: { readonly median: number; readonly max: number };
  readonly broken: readonly string[];
}

const tables = 6;
/** A move at the quiet table may take this long (ms): longer than the whole run. */
const thinkingTime = 900_000;
/** How much time one start may cost a clock: from the last beat to the kill, at most one beat and some patience. */
const clockPerKill = 1500;

/** SIGKILL in the middle of play, again and again: nothing acknowledged is lost, nothing is there twice, clocks stood still. */
export async function killAtRandom({
  kills,
  seed,
  club: kind,
  bug,
  patience,
}: KillsOptions): Promise<KillsReport> {
  const random = seededRandom(seed);
  const history = new History();
  const playground = await (kind === 'quick' ? quickPlayground(bug) : wholePlayground());
  const { club } = playground;
  try {
    const thinkers = await Promise.all(
      ['Slow One', 'Slow Two'].map((name) => ClubClient.connect(club.url, name)),
    );
    const quiet = await seatTwo(thinkers[0]!, thinkers[1]!, { moveTimeSec: thinkingTime / 1000 });
    const crowds = await Crowds.sit(club.url, history, { tables, seed });
    const starts: number[] = [];
    let up = performance.now();
    let uptime = 0;
    const stopped: string[] = [];
    const lost: string[] = [];
    const playsOn = (moves: number) =>
      crowds.more(moves, patience).catch((error: unknown) => {
        stopped.push(`Play stopped: ${String(error)}`);
      });
    for (let kill = 0; kill < kills && stopped.length === 0; kill++) {
      // In mid-play, wherever that is: after a few more moves, and a moment more.
      await playsOn(tables + Math.floor(12 * random()));
      await pause(30 * random());
      await club.kill();
      uptime += performance.now() - up;
      // A planted bug need not be looked for any longer than until it is found.
      if (bug) lost.push(...lostSoFar(history, await playground.kept()));
      if (lost.length > 0) break;
      const begun = performance.now();
      await club.start();
      starts.push(performance.now() - begun);
      up = performance.now();
    }
    const report = (games: number, broken: readonly string[]): KillsReport => ({
      ...{ seed, kills, games, broken },
      acknowledged: history.count('acknowledged'),
      unanswered: history.count('unanswered'),
      startMs: spreadOf(starts),
    });
    const goHome = () => [crowds, ...thinkers].forEach((each) => each.close());
    if (lost.length > 0) {
      goHome();
      return report(0, lost);
    }
    // To the end of a game at least: what is wrong with ends shows there.
    do await playsOn(tables);
    while (stopped.length === 0 && !history.seen.some(({ view }) => view.phase === 'finished'));
    const { seats } = await thinkers[0]!.look(quiet);
    uptime += performance.now() - up;
    await crowds.settle();
    goHome();
    const kept = await playground.kept();
    return report(kept.games.size, [
      ...stopped,
      ...judge(history, kept),
      ...clockFaults(seats[0]!.clock!.move, uptime + clockPerKill * (kills + 1)),
    ]);
  } finally {
    await playground.remove();
  }
}

function spreadOf(times: readonly number[]): KillsReport['startMs'] {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  return { median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** Clocks run while the club is up, and not while it is dead. */
function clockFaults(left: number, mostUsed: number): string[] {
  const used = thinkingTime - left;
  return used >= 0 && used <= mostUsed
    ? []
    : [`A clock ran ${Math.round(used)} ms, the club ${Math.round(mostUsed)} ms at most.`];
}
