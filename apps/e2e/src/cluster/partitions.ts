import { pause } from '../faults/crowd.js';
import { lettersOf } from '../faults/crowds.js';
import { LocalGame } from './local-game.js';
import { Newcomer } from './newcomer.js';
import type { Member } from './quick-cluster.js';
import type { ClusterScene } from './scene.js';

interface Cut {
  readonly begin: (scene: ClusterScene, victim: Member) => void;
  readonly heal: (scene: ClusterScene, victim: Member) => void;
  /** What the process had under way comes to the journal all the same, and too late. */
  readonly holdsBack: boolean;
}

/** From what one process is cut off, and whether it is told. */
export const partitions = {
  'no packets to Redis': wires(['redis'], 'silence'),
  'no packets to Postgres': wires(['postgres'], 'silence'),
  'no packets to either': wires(['postgres', 'redis'], 'silence'),
  'connections to Redis end': wires(['redis'], 'cut'),
  /** Nor to people: the real thing, where the cluster has cables. */
  'the cable pulled out': {
    begin: ({ cluster }, victim) => cluster.pullOut(victim),
    heal: ({ cluster }, victim) => cluster.plugIn(victim),
    holdsBack: false,
  },
} as const satisfies Record<string, Cut>;
export type Partition = keyof typeof partitions;

/** Those that can be made of this cluster. */
export function partitionsOf({ hasCables }: { readonly hasCables: boolean }): Partition[] {
  const all = Object.keys(partitions) as Partition[];
  return all.filter((kind) => hasCables || kind !== 'the cable pulled out');
}

/** Longer than a lease (ms). */
const lasts = 5000;
/** Longer than anybody needs to take a table over (ms). */
const longestWait = 15_000;

/** One process loses sight of what it shares with the others: nobody writes twice, and healed all see the same. */
export async function partition(scene: ClusterScene, kind: Partition): Promise<void> {
  const cut: Cut = partitions[kind];
  const victim = scene.someOwner();
  const other = scene.others(victim)[0]!;
  const time = lettersOf(scene.times.get('playedAfterHealingMs')?.length ?? 0);
  const held = cut.holdsBack
    ? await LocalGame.begin(scene.cluster, victim, `Held ${time}`)
    : undefined;
  const newcomer = await Newcomer.enter(scene.cluster, other, `New ${time}`);
  await scene.play(scene.history.tables.length);
  scene.quiet.mayHaveFelt(lasts + longestWait);
  const refused = scene.refusals(victim);
  cut.begin(scene, victim);
  const before = scene.history.count('acknowledged');
  // It believes for as long as its lease that nobody is faster.
  const underWay = held?.move();
  const set = await newcomer.setTable();
  await Promise.all([pause(lasts), held && takenElsewhere(scene, held, other)]);
  scene.count('acknowledgedInPartition', scene.history.count('acknowledged') - before);
  cut.heal(scene, victim);
  const healed = performance.now();
  scene.note('playedAfterHealingMs', await scene.goOn(scene.history.tables, healed));
  scene.note('equalAfterHealingMs', [
    await scene.reach(scene.cluster.members, 10_000),
    await scene.agree(healed, set),
  ]);
  await underWay;
  if (held) mustHaveBeenRefused(scene, scene.refusals(victim) - refused);
  newcomer.close();
  held?.close();
  scene.count(kind);
}

function wires(names: readonly ('redis' | 'postgres')[], how: 'silence' | 'cut'): Cut {
  return {
    begin: (_, victim) => names.forEach((name) => victim.wires[name][how]()),
    heal: (_, victim) => names.forEach((name) => victim.wires[name].heal()),
    holdsBack: names.length === 2,
  };
}

async function takenElsewhere(
  { lookouts }: ClusterScene,
  { tableId }: LocalGame,
  other: Member,
): Promise<void> {
  const giveUp = performance.now() + longestWait;
  while (!(await lookouts.look(other, tableId)) && performance.now() < giveUp) await pause(50);
}

function mustHaveBeenRefused(scene: ClusterScene, refused: number): void {
  scene.count('refusedByJournal', refused);
  if (refused === 0)
    scene.broken.push('A process was cut off, and nothing that it wrote afterwards was refused.');
}
