import type { Tab } from '../faults/tab.js';
import type { Member } from './quick-cluster.js';
import type { ClusterScene } from './scene.js';

/** Every process is stopped and started again, one after the other, under play: an upgrade. */
export async function restartAll(scene: ClusterScene): Promise<void> {
  for (const member of scene.cluster.members) await restart(scene, member);
  scene.count('rolling restarts');
}

/** Whoever was in it comes back once, to another one; for all others nothing happens. */
async function restart(scene: ClusterScene, { club }: Member): Promise<void> {
  const { tabs } = scene.crowds;
  const before = new Map(tabs.map((tab) => [tab, tab.returns]));
  const since = performance.now();
  const stoodStill = scene.goOn(scene.history.tables, since);
  await club.stop();
  await club.start();
  scene.note('stoodStillMs', await stoodStill);
  await scene.play(scene.history.tables.length);
  const returns = (tab: Tab) => tab.returns - before.get(tab)!;
  for (const tab of tabs) {
    scene.count('reconnects', returns(tab));
    if (returns(tab) > 1)
      scene.broken.push(`${tab.name} came back ${returns(tab)} times while one process restarted.`);
  }
}
