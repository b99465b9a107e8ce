import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@trellis/games/kit';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { pause } from './crowd.js';
import { Crowds } from './crowds.js';
import { History } from './history.js';
import { judge } from './judge.js';
import { quickPlayground } from './playground.js';

export interface HistoriesOptions {
  /** One history is all that happens at one table. */
  readonly histories: number;
  /** Acknowledged requests of each, on average. */
  readonly commands: number;
  readonly seed: number;
  readonly bug?: PlantedBug;
}

export interface HistoriesReport {
  readonly seed: number;
  readonly histories: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly views: number;
  readonly games: number;
  readonly kills: number;
  /** Every broken promise; empty is what we want. */
  readonly broken: readonly string[];
  /** Where a history with broken promises was written down. */
  readonly record?: string;
}

/** How many tables play at once on one club. */
const together = 20;
/** How often the club is killed while they do. */
const killsEach = 3;

/** Random people at random tables while the club is killed under them; then compares what they were told with what was kept. */
export async function checkHistories(options: HistoriesOptions): Promise<HistoriesReport> {
  const { histories, seed } = options;
  const reports: HistoriesReport[] = [];
  for (let first = 0; first < histories; first += together) {
    const tables = Math.min(together, histories - first);
    reports.push(await checkTogether(options, tables, seed + first));
  }
  const sum = (key: 'acknowledged' | 'refused' | 'unanswered' | 'views' | 'games' | 'kills') =>
    reports.reduce((total, report) => total + report[key], 0);
  return {
    ...{ seed, histories },
    acknowledged: sum('acknowledged'),
    refused: sum('refused'),
    unanswered: sum('unanswered'),
    views: sum('views'),
    games: sum('games'),
    kills: sum('kills'),
    broken: reports.flatMap(({ broken }) => broken),
    record: reports.find(({ record }) => record)?.record,
  };
}

async function checkTogether(
  { commands, bug }: HistoriesOptions,
  tables: number,
  seed: number,
): Promise<HistoriesReport> {
  const random = seededRandom(seed);
  const history = new History();
  const playground = await quickPlayground(bug);
  const { club } = playground;
  try {
    const crowds = await Crowds.sit(club.url, history, { tables, seed });
    for (let kill = 0; kill < killsEach; kill++) {
      await crowds.more(Math.ceil((tables * commands) / (killsEach + 1)));
      await pause(30 * random());
      await club.kill();
      await club.start();
    }
    await crowds.more(Math.ceil((tables * commands) / (killsEach + 1)));
    await crowds.settle();
    crowds.close();
    const kept = await playground.kept();
    const broken = judge(history, kept);
    return {
      ...{ seed, histories: tables, broken, kills: killsEach },
      acknowledged: history.count('acknowledged'),
      refused: history.count('refused'),
      unanswered: history.count('unanswered'),
      views: history.seen.length,
      games: kept.games.size,
      ...(broken.length > 0 && { record: writtenDown({ seed, broken, history, kept }) }),
    };
  } finally {
    await playground.remove();
  }
}

/** Keeps a history that broke a promise, to be read and judged again. */
export function writtenDown(found: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'trellis-history-')), 'history.json');
  const plain = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);
  writeFileSync(file, JSON.stringify(found, plain, 1));
  return file;
}
