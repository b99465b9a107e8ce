import { pause } from '../faults/crowd.js';
import type { ClusterScene } from './scene.js';

/** From what one process is cut off, and whether it is told. */
export const partitions = {
  'no packets to Redis': { wires: ['redis'], how: 'silence' },
  'no packets to Postgres': { wires: ['postgres'], how: 'silence' },
  'no packets to either': { wires: ['redis', 'postgres'], how: 'silence' },
  'connections to Redis end': { wires: ['redis'], how: 'cut' },
} as const;
export type Partition = keyof typeof partitions;
export const partitionNames = Object.keys(partitions) as Partition[];

/** Longer than a lease (ms). */
const lasts = 5000;

/** One process loses sight of what it shares with the others: nobody writes twice, and healed all see the same. */
export async function partition(scene: ClusterScene, kind: Partition): Promise<void> {
  const { wires, how } = partitions[kind];
  const victim = scene.someOwner();
  await scene.play(scene.history.tables.length);
  scene.quiet.mayHaveFelt(lasts + 5000);
  for (const wire of wires) victim.wires[wire][how]();
  const before = scene.history.count('acknowledged');
  await pause(lasts);
  scene.count('acknowledgedInPartition', scene.history.count('acknowledged') - before);
  for (const wire of wires) victim.wires[wire].heal();
  const healed = performance.now();
  scene.note('playedAfterHealingMs', await scene.goOn(scene.history.tables, healed));
  scene.note('equalAfterHealingMs', [await scene.reach(scene.cluster.members, 10_000)]);
  scene.count(kind);
}
