import { pause, until } from '../faults/crowd.js';
import { ClubClient } from '../harness/club-client.js';
import { lettersOf } from '../faults/crowds.js';
import type { Member, QuickCluster } from './quick-cluster.js';
import type { ClusterScene } from './scene.js';
import { signIn } from './sign-in.js';

/** As long as `leaseTime` in the club (ms). */
const lease = 3000;
const ghosts = 4;

/** SIGKILL: its tables go on elsewhere, its people are nobody's ghosts. */
export async function ownerDies(scene: ClusterScene): Promise<void> {
  const victim = scene.someOwner();
  const [tables, quiet] = [scene.tablesOf(victim), scene.quiet.of(victim)];
  const [other] = scene.others(victim);
  const lost = await peopleOf(victim, scene.cluster);
  if (!(await counts(scene, other!, (players) => players >= peopleIn(scene) + ghosts)))
    scene.broken.push('Who is in one process is not counted in another.');
  await scene.play(tables.length);
  await victim.club.kill();
  const since = performance.now();
  const taken = scene.quiet.untilTaken(quiet, since, scene.lookouts, other!);
  const gone = counts(scene, other!, (players) => players <= peopleIn(scene)).then((are) =>
    are ? performance.now() - since : Infinity,
  );
  scene.note('takenOverMs', await scene.goOn(tables, since));
  scene.note('takenOverMs', await taken);
  scene.note('ghostsMs', [await gone]);
  for (const person of lost) person.close();
  await victim.club.start();
  scene.count('kills');
}

/** SIGTERM: its tables go on elsewhere as if nothing had happened. */
export async function ownerStops(scene: ClusterScene): Promise<void> {
  const victim = scene.someOwner();
  const [tables, quiet] = [scene.tablesOf(victim), scene.quiet.of(victim)];
  const { node } = victim.club;
  await scene.play(tables.length);
  const since = performance.now();
  const stopped = victim.club.stop().then(() => scene.cluster.tablesOf(node));
  const [other] = scene.others(victim);
  const taken = scene.quiet.untilTaken(quiet, since, scene.lookouts, other!);
  scene.note('handedOverMs', await scene.goOn(tables, since));
  await taken;
  const kept = await stopped;
  if (kept > 0)
    scene.broken.push(`A process stopped in order, and ${kept} tables were still its own.`);
  await victim.club.start();
  scene.count('stops');
}

/**
 * SIGSTOP for twice the lease; awake it believes for a while that the tables are its own, for Redis does not answer it yet. The
 * journal refuses what it writes, it forgets the tables, and its people see them where they are.
 */
export async function ownerPauses(scene: ClusterScene): Promise<void> {
  const victim = scene.someOwner();
  const quiet = scene.quiet.of(victim);
  const before = scene.refusals(victim);
  await scene.play(1);
  victim.club.signal('SIGSTOP');
  const since = performance.now();
  const [other] = scene.others(victim);
  scene.note(
    'takenFromPausedMs',
    await scene.quiet.untilTaken(quiet, since, scene.lookouts, other!),
  );
  await pause(Math.max(0, since + 2 * lease - performance.now()));
  victim.wires.redis.silence();
  victim.club.signal('SIGCONT');
  await pause(1000);
  victim.wires.redis.heal();
  scene.note('equalAfterPauseMs', [await scene.reach(scene.cluster.members, 10_000)]);
  const refused = scene.refusals(victim) - before;
  scene.count('refusedByJournal', refused);
  if (quiet.length > 0 && refused === 0)
    scene.broken.push('A paused owner woke, and nothing that it wrote was refused.');
  scene.count('pauses');
}

/** People who are in this process alone and do not come back. */
async function peopleOf(
  { club }: Member,
  { url: origin }: QuickCluster,
): Promise<readonly ClubClient[]> {
  const names = Array.from({ length: ghosts }, (_, index) => `Ghost ${lettersOf(index)}`);
  return Promise.all(
    names.map(async (name) =>
      ClubClient.open(club.url, await signIn(origin, name), { origin, comesBack: false }),
    ),
  );
}

/** Everybody who is there to stay. */
function peopleIn({ crowds, quiet }: ClusterScene): number {
  const players = crowds.tabs.flatMap(({ client }) => client.player ?? []);
  return new Set([...players, ...quiet.players]).size;
}

/** Whether this process comes to count so many people online. */
async function counts(
  { lookouts }: ClusterScene,
  member: Member,
  fits: (players: number) => boolean,
): Promise<boolean> {
  let counted = NaN;
  const { socket } = lookouts.at(member);
  const hear = (hall: { readonly counts: { readonly players: number } }) =>
    (counted = hall.counts.players);
  socket.on('hall:changes', hear);
  hear(await lookouts.at(member).must('hall:enter', { game: 'tic-tac-toe' }));
  await until(() => fits(counted), 20_000).catch(() => undefined);
  socket.off('hall:changes', hear);
  return fits(counted);
}
