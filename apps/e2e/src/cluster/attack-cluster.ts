import type { PlantedBug } from '../harness/planted-bugs.js';
import { ownerDies, ownerPauses, ownerStops } from './owner-faults.js';
import { partition, partitionsOf, type Partition } from './partitions.js';
import { loseRedis, redisFaults } from './redis-faults.js';
import { restartAll } from './rolling-restart.js';
import { ClusterScene } from './scene.js';

/** What is done to the cluster, each so many times. */
export interface ClusterFaults {
  readonly kills: number;
  readonly stops: number;
  readonly pauses: number;
  /** Killed, flushed, frozen in turn. */
  readonly redis: number;
  /** These, or so many, of each kind in turn. */
  readonly partitions: number | readonly Partition[];
  readonly rollingRestarts: number;
}

export interface ClusterOptions extends Partial<ClusterFaults> {
  readonly seed: number;
  readonly bug?: PlantedBug;
  readonly size?: number;
  readonly tables?: number;
  /** Each process at the end of a cable of its own, which can be pulled out; default: all on loopback. */
  readonly cables?: boolean;
}

interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface ClusterReport {
  readonly seed: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly games: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<string, Spread>>;
  readonly broken: readonly string[];
  /** Where a bound on time was not kept. */
  readonly slow: readonly string[];
  readonly record?: string;
}

/** How long what may take (ms), by the names under which it is noted. */
const bounds: Readonly<Record<string, { readonly p50?: number; readonly p99: number }>> = {
  takenOverMs: { p50: 3000, p99: 8000 },
  handedOverMs: { p99: 1000 },
  takenFromPausedMs: { p99: 8000 },
  equalAfterPauseMs: { p99: 5000 },
  ghostsMs: { p99: 15_000 },
  deliveredAfterRedisMs: { p99: 3000 },
  equalAfterHealingMs: { p99: 5000 },
  // The beats that tell when somebody was last alive are a second apart.
  sparedMs: { p99: 1600 },
};

/** Does all of this to a cluster under play; the history's judge and the bounds say what was broken. */
export async function attackCluster(options: ClusterOptions): Promise<ClusterReport> {
  const { seed, bug, size = 3, tables = 6, cables = false } = options;
  const scene = await ClusterScene.open({ seed, bug, size, tables, cables });
  let ended;
  try {
    for (const fault of faultsOf(options, partitionsOf(scene.cluster))) {
      if (scene.broken.length > 0) break;
      await fault(scene);
      await scene.play(tables);
    }
  } finally {
    ended = await scene.end();
  }
  const times = Object.fromEntries([...scene.times].map(([what, all]) => [what, spread(all)]));
  return {
    seed,
    ...ended,
    counts: Object.fromEntries(scene.counts),
    times,
    broken: [...scene.broken, ...never(times)],
    slow: tooSlow(times),
    record: scene.record,
  };
}

function faultsOf(
  {
    kills = 0,
    stops = 0,
    pauses = 0,
    redis = 0,
    partitions = 0,
    rollingRestarts = 0,
  }: Partial<ClusterFaults>,
  possible: readonly Partition[],
): ((scene: ClusterScene) => Promise<void>)[] {
  const inTurn = <T>(kinds: readonly T[], index: number) => kinds[index % kinds.length]!;
  const cuts =
    typeof partitions === 'number'
      ? times(partitions, (index) => inTurn(possible, index))
      : partitions;
  return [
    ...times(kills, () => ownerDies),
    ...times(stops, () => ownerStops),
    ...times(pauses, () => ownerPauses),
    ...times(
      redis,
      (index) => (scene: ClusterScene) => loseRedis(scene, inTurn(redisFaults, index)),
    ),
    ...cuts.map((kind) => (scene: ClusterScene) => partition(scene, kind)),
    ...times(rollingRestarts, () => restartAll),
  ];
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** What did not happen at all. */
function never(times: Readonly<Record<string, Spread>>): string[] {
  return Object.entries(times)
    .filter(([, { max }]) => max === Infinity)
    .map(([what]) => `${what}: it was waited for, and did not happen.`);
}

function tooSlow(times: Readonly<Record<string, Spread>>): string[] {
  return Object.entries(times).flatMap(([what, { p50, p99 }]) => {
    const bound = bounds[what];
    if (!bound) return [];
    return [
      ...(p99 > bound.p99
        ? [`${what}: p99 is ${p99} ms, at most ${bound.p99} were promised.`]
        : []),
      ...(bound.p50 !== undefined && p50 > bound.p50
        ? [`${what}: p50 is ${p50} ms, at most ${bound.p50} were promised.`]
        : []),
    ];
  });
}

function spread(all: readonly number[]): Spread {
  const sorted = [...all].sort((a, b) => a - b).map(Math.round);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { n: sorted.length, p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
