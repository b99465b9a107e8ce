import { ClubClient } from '../harness/club-client.js';
import type { Member, QuickCluster } from './quick-cluster.js';
import { signIn } from './sign-in.js';

/** Somebody who comes in by one process's own door. */
export class Newcomer {
  private constructor(private readonly client: ClubClient) {}

  static async enter(
    { url: origin }: QuickCluster,
    { club }: Member,
    name: string,
  ): Promise<Newcomer> {
    return new Newcomer(await ClubClient.open(club.url, await signIn(origin, name), { origin }));
  }

  /** At which others may sit down. */
  async setTable(): Promise<string> {
    const { tableId } = await this.client.must('table:set', { game: 'tic-tac-toe' });
    await this.client.must('table:conventions', { tableId, conventions: {} });
    return tableId;
  }

  close(): void {
    this.client.close();
  }
}
