import { seededRandom } from '@trellis/games/kit';
import { ClubClient } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { pause, until } from './crowd.js';
import { Crowds } from './crowds.js';
import { History } from './history.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { judge } from './judge.js';
import { lostSoFar } from './lost-so-far.js';
import { keptInFolder, rememberInFolder } from './playground.js';
import { SmallDisk } from './small-disk.js';

export interface DiskFullReport {
  readonly seed: number;
  readonly times: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly games: number;
  /** From the moment there is room again to the next acknowledged move, ms. */
  readonly resumedMs: number;
  /** How often the club had to be started again by hand. */
  readonly restarts: number;
  readonly broken: readonly string[];
}

/** The embedded database opens in about 70 MB; the rest is room to play. */
const megabytes = 160;

/** The disk of the data folder is filled to the last byte under play, and emptied again. */
export async function fillDisk({
  times,
  seed,
  bug,
}: {
  readonly times: number;
  readonly seed: number;
  /** The machine then ends as soon as the bug is certain. */
  readonly bug?: PlantedBug;
}): Promise<DiskFullReport> {
  const random = seededRandom(seed);
  const history = new History();
  const disk = await SmallDisk.mount(megabytes);
  const dataDir = `${disk.seenFromOutside}/data`;
  const broken: string[] = [];
  let restarts = 0;
  let resumedMs = 0;
  try {
    await rememberInFolder(dataDir);
    const place = { dataDir: `${disk.folder}/data`, inside: disk.inside };
    const env = { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'silent' };
    const club = await (bug
      ? QuickClubProcess.start({ ...place, env, bug })
      : ClubProcess.start({ ...place, env }));
    try {
      const watcher = await ClubClient.connect(club.url);
      const news: boolean[] = [];
      watcher.socket.on('club:storage', ({ available }) => news.push(available));
      const crowds = await Crowds.sit(club.url, history, { tables: 4, seed });
      for (let time = 0; time < times; time++) {
        await crowds.more(8 + Math.floor(12 * random()));
        news.length = 0;
        disk.fill();
        // A club that takes every write for done has nothing to tell.
        await until(() => news.includes(false), bug ? 2000 : 20_000).catch(() => {
          broken.push('The disk was full, and nobody was told.');
        });
        await pause(500 + 1500 * random());
        disk.free();
        if (bug) break;
        const back = performance.now();
        if (!club.running) {
          restarts++;
          await club.start();
        }
        await crowds.more(1);
        resumedMs = Math.max(resumedMs, Math.round(performance.now() - back));
      }
      if (!bug) {
        await crowds.more(8);
        await crowds.settle();
      }
      crowds.close();
      watcher.close();
      await club.stop();
    } finally {
      await (club instanceof QuickClubProcess ? club.remove() : club.kill());
    }
    const kept = await keptInFolder(dataDir);
    return {
      ...{ seed, times, resumedMs, restarts, games: kept.games.size },
      acknowledged: history.count('acknowledged'),
      refused: history.count('refused'),
      broken: [...broken, ...(bug ? lostSoFar : judge)(history, kept)],
    };
  } finally {
    disk.unmount();
  }
}
