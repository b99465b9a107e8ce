import { ClubClient } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { treeCpuTime } from './process-cpu.js';

// What the tables of the house cost: time of the processor of the whole club over a minute, without them, with nobody
// looking, and with somebody at both. Prints JSON; an argument is how many seconds each takes.

const seconds = Number(process.argv[2] ?? 60);

async function shareOfCore(
  houseTables: 'on' | 'off',
  watched: boolean,
): Promise<{ percent: number; views: number }> {
  const club = await ClubProcess.start({ env: { HOUSE_TABLES: houseTables, LOG_LEVEL: 'error' } });
  try {
    const watcher = watched ? await ClubClient.connect(club.url, 'Wanda Watcher') : undefined;
    let views = 0;
    if (watcher) {
      const ids = ['house-table-1', 'house-table-2'];
      for (const tableId of ids) await watcher.must('table:look', { tableId });
      watcher.socket.on('table:view', () => views++);
    }
    // The club is still busy with having been started.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const before = treeCpuTime(club.pid);
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const micros = treeCpuTime(club.pid) - before;
    watcher?.close();
    const percent = (micros / ((performance.now() - begun) * 1000)) * 100;
    return { percent: Math.round(percent * 100) / 100, views };
  } finally {
    await club.remove();
  }
}

const without = await shareOfCore('off', false);
const unwatched = await shareOfCore('on', false);
const both = await shareOfCore('on', true);
console.log(
  JSON.stringify({
    seconds,
    percentOfOneCore: {
      without: without.percent,
      unwatched: unwatched.percent,
      watched: both.percent,
    },
    viewsOfBoth: both.views,
  }),
);
