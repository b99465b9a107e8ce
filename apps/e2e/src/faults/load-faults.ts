import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import { clubTable, percentile, type BenchTable } from '../bench/load.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import type { AttackOrder } from './attacker.js';
import type { Attack, Damage } from './attacks.js';
import { pause } from './crowd.js';

type Duration = Pick<AttackOrder, 'size' | 'seconds'>;

export interface LoadFaultsOptions {
  readonly attacks: Readonly<Partial<Record<Attack, Duration>>>;
  readonly bug?: PlantedBug;
  /** Whether what the neighbours notice is held to its bound: on a machine that has nothing else to do. */
  readonly timed?: boolean;
  /** Seconds of play without an attack, before and after them. */
  readonly quiet: number;
}

export interface Window {
  /** Moves of the neighbours, and from asking to the opponent's frame, ms. */
  readonly moves: number;
  readonly p95: number;
  /** Refused or unanswered: there should be none. */
  readonly failed: number;
}

/** What an attack came to, for the neighbours and otherwise. */
export interface Attacked extends Window, Damage {
  /** Of the neighbours' p95, to that of the quiet before. */
  readonly ratio: number;
  /** What the attack cost its attacker, who shares the processor with the club (ms of processor). */
  readonly attackerMs: number;
}

export interface LoadFaultsReport {
  readonly quiet: Window;
  readonly attacks: Readonly<Partial<Record<Attack, Attacked>>>;
  readonly broken: readonly string[];
}

/** The built one, also where this file runs unbuilt (in tests). */
const program = fileURLToPath(new URL('../../dist/faults/attacker.js', import.meta.url));
const tables = 8;
/** What an attack may do to the neighbours' p95. */
const mostRatio = 2;
/** How long a neighbour thinks (ms). */
const thinking = 100;

/** Attacks the club while neighbours play, and measures what they notice of it. */
export async function attackClub({
  attacks,
  quiet,
  bug,
  timed = false,
}: LoadFaultsOptions): Promise<LoadFaultsReport> {
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  const club = await QuickClubProcess.start({
    databaseUrl: postgres.url,
    bug,
    // The attackers say where they come from, as the club's own proxy would.
    env: { TRUST_PROXY: '1', LOG_LEVEL: 'silent' },
  });
  try {
    const neighbours: BenchTable[] = [];
    for (let index = 0; index < tables; index++) neighbours.push(await clubTable(club.url, index));
    for (const each of neighbours) each.play((move) => setTimeout(move, thinking));
    await pause(1000); // until the code is warm
    const before = await during(neighbours, () => pause(quiet * 1000));
    const report: Partial<Record<Attack, Attacked>> = {};
    const broken: string[] = [];
    for (const [attack, how] of Object.entries(attacks) as [Attack, Duration][]) {
      let damage: Damage & { attackerMs: number } = { opened: 0, closed: 0, attackerMs: 0 };
      const window = await during(neighbours, async () => {
        const order = { attack, url: club.url, tables: neighbours.map(({ id }) => id), ...how };
        damage = await attackFromOutside(order);
      });
      const ratio = round(window.p95 / before.p95);
      report[attack] = { ...window, ...damage, ratio };
      if (timed && ratio > mostRatio)
        broken.push(`${attack}: the neighbours' p95 is ${ratio} times that of quiet.`);
      if (window.failed > 0) broken.push(`${attack}: ${window.failed} moves failed.`);
      if (window.moves === 0) broken.push(`${attack}: nobody could move.`);
      if (attack === 'event flood' && damage.opened > mostReturns(how.seconds))
        broken.push(`${attack}: who was closed was let in again ${damage.opened} times.`);
      await pause(1000);
    }
    if (!club.running) broken.push('The club did not live through it.');
    for (const each of neighbours) each.stop();
    return { quiet: before, attacks: report, broken };
  } finally {
    await club.remove();
    await postgres.stop();
  }
}

/** Who asks too much must stay away 1, 2, 4 … seconds. */
function mostReturns(seconds: number): number {
  return 1 + Math.ceil(Math.log2(seconds + 1));
}

async function attackFromOutside(order: AttackOrder): Promise<Damage & { attackerMs: number }> {
  const attacker = fork(program);
  attacker.send(order);
  const [damage] = (await once(attacker, 'message')) as [Damage & { attackerMs: number }];
  attacker.kill('SIGKILL');
  return damage;
}

async function during(
  neighbours: readonly BenchTable[],
  what: () => Promise<void>,
): Promise<Window> {
  for (const { counts } of neighbours)
    Object.assign(counts, { moves: 0, latencies: [], refused: 0 });
  await what();
  const sum = (key: 'moves' | 'refused') =>
    neighbours.reduce((total, { counts }) => total + counts[key], 0);
  const latencies = neighbours.flatMap(({ counts }) => counts.latencies);
  return {
    moves: sum('moves'),
    p95: latencies.length > 0 ? round(percentile(latencies, 0.95)) : 0,
    failed: sum('refused'),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
