import { ClubClient, seatTwo } from '../harness/club-client.js';
import type { Member, QuickCluster } from './quick-cluster.js';
import { signIn } from './sign-in.js';

/** Nobody has three in a row before all cells are taken. */
const cells = [0, 1, 2, 4, 3, 5, 7, 6, 8];

/** Two people who come in by this process's own door. */
export async function twoAt(
  { url: origin }: QuickCluster,
  { club }: Member,
  name: string,
): Promise<readonly [ClubClient, ClubClient]> {
  const open = async (who: string) =>
    ClubClient.open(club.url, await signIn(origin, `${name} ${who}`), { origin });
  return [await open('One'), await open('Two')];
}

/** A game in one process whose people came in by its own door: nothing of it needs another process. */
export class LocalGame {
  private moves = 0;

  private constructor(
    readonly tableId: string,
    private readonly people: readonly [ClubClient, ClubClient],
    private newest: number,
  ) {}

  static async begin(cluster: QuickCluster, member: Member, name: string): Promise<LocalGame> {
    const [first, second] = await twoAt(cluster, member, name);
    const tableId = await seatTwo(first, second, { moveTimeSec: 900 });
    return new LocalGame(tableId, [first, second], first.views.get(tableId)!.seq);
  }

  /** The next move, at most nine of them; whether it was acknowledged. */
  async move(): Promise<boolean> {
    const { tableId, newest: after } = this;
    const action = { cell: cells[this.moves]! };
    const mover = this.people[this.moves % 2]!;
    const answer = await mover.ask('table:act', { tableId, after, action }).catch(() => undefined);
    if (!answer?.ok) return false;
    this.moves++;
    this.newest = answer.seq;
    return true;
  }

  close(): void {
    for (const person of this.people) person.close();
  }
}
