import { seededRandom } from '@trellis/games/kit';
import { ClubClient } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { pause, until } from './crowd.js';
import { Crowds } from './crowds.js';
import { History } from './history.js';
import { judge } from './judge.js';
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
}: {
  readonly times: number;
  readonly seed: number;
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
    const club = await ClubProcess.start({
      dataDir: `${disk.folder}/data`,
      inside: disk.inside,
      env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'silent' },
    });
    try {
      const watcher = await ClubClient.connect(club.url);
      const news: boolean[] = [];
      watcher.socket.on('club:storage', ({ available }) => news.push(available));
      const crowds = await Crowds.sit(club.url, history, { tables: 4, seed });
      for (let time = 0; time < times; time++) {
        await crowds.more(8 + Math.floor(12 * random()));
        news.length = 0;
        disk.fill();
        await until(() => news.includes(false), 20_000).catch(() => {
          broken.push('The disk was full, and nobody was told.');
        });
        await pause(500 + 1500 * random());
        disk.free();
        const back = performance.now();
        if (!club.running) {
          restarts++;
          await club.start();
        }
        await crowds.more(1);
        resumedMs = Math.max(resumedMs, Math.round(performance.now() - back));
      }
      await crowds.more(8);
      await crowds.settle();
      crowds.close();
      watcher.close();
      await club.stop();
    } finally {
      await club.kill();
    }
    const kept = await keptInFolder(dataDir);
    return {
      ...{ seed, times, resumedMs, restarts, games: kept.games.size },
      acknowledged: history.count('acknowledged'),
      refused: history.count('refused'),
      broken: [...broken, ...judge(history, kept)],
    };
  } finally {
    disk.unmount();
  }
}
