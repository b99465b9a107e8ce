import type { ClusterScene } from './scene.js';

/** Every process is stopped and started again, one after the other, under play: an upgrade. */
export async function restartAll(scene: ClusterScene): Promise<void> {
  const { tabs } = scene.crowds;
  const before = new Map(tabs.map((tab) => [tab, tab.returns]));
  for (const { club } of scene.cluster.members) {
    const since = performance.now();
    const stoodStill = scene.goOn(scene.history.tables, since);
    await club.stop();
    await club.start();
    scene.note('stoodStillMs', await stoodStill);
    await scene.play(scene.history.tables.length);
  }
  const most = scene.cluster.members.length;
  for (const tab of tabs) {
    const returns = tab.returns - before.get(tab)!;
    scene.count('reconnects', returns);
    if (returns > most)
      scene.broken.push(
        `${tab.name} came back ${returns} times while ${most} processes restarted.`,
      );
  }
  scene.count('rolling restarts');
}
