import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ClubInside } from '../harness/club-inside.js';
import { ClubProcess } from '../harness/club-process.js';
import { freePort } from '@trellis/testing';

const arbiterCommand = fileURLToPath(new URL('../../../cli/dist/arbiter.js', import.meta.url));

/** A club to throw things at. */
export interface Target {
  readonly url: string;
  readonly metricsUrl: string;
  /** What its log says went wrong, and that it has ended. */
  faults(): readonly string[];
  /** Bytes in use after its garbage was collected; undefined where that cannot be asked. */
  heap(): Promise<number | undefined>;
  makeArbiter(player: string): Promise<void>;
  stop(): Promise<void>;
}

/** The built server in a process of its own, with its embedded database. */
export async function processTarget(): Promise<Target> {
  const metricsPort = await freePort();
  const collector = fileURLToPath(new URL('../../dist/fuzz/heap-on-signal.js', import.meta.url));
  const club = await ClubProcess.start({
    env: {
      DEMO_SIGN_IN: 'on',
      LOG_LEVEL: 'error',
      METRICS_PORT: String(metricsPort),
      NODE_OPTIONS: `--import=${collector}`,
    },
  });
  const first = club.pid;
  return {
    url: club.url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    faults() {
      const logged = club.printed.split('\n').filter((line) => line.includes('"level":"error"'));
      return isRunning(first) ? logged : [...logged, 'The process has ended.'];
    },
    async heap() {
      const said = () => [...club.printed.matchAll(/^heap (\d+)$/gm)];
      const before = said().length;
      process.kill(first, 'SIGUSR2');
      while (said().length === before) await new Promise((resolve) => setTimeout(resolve, 20));
      return Number(said().at(-1)![1]);
    },
    async makeArbiter(player) {
      const env = { ...process.env, DATA_DIR: club.dataDir, DATABASE_URL: '' };
      await promisify(execFile)(process.execPath, [arbiterCommand, 'grant', player, 'Fuzz'], {
        env,
      });
    },
    stop: () => club.remove(),
  };
}

/** A club in this process, where a test plants bugs. */
export async function insideTarget(plant: (club: ClubInside) => void): Promise<Target> {
  const club = await ClubInside.start({ metrics: true });
  plant(club);
  return {
    url: club.url,
    metricsUrl: club.metricsUrl!,
    faults: () => club.errors,
    heap: () => Promise.resolve(undefined),
    async makeArbiter(player) {
      const operator = { origin: 'operator', by: null, at: Date.now() } as const;
      await club.storage.justice.setArbiter(player, true, operator, 'Fuzz');
    },
    stop: () => club.stop(),
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
