import type { TableView } from '@trellis/wire';
import { pause } from '../faults/crowd.js';
import { ClubClient } from '../harness/club-client.js';
import type { Member, QuickCluster } from './quick-cluster.js';

/** One visitor in each process, past the proxy: what is seen of any table from there. */
export class Lookouts {
  private readonly looked = new Map<Member, Map<string, number>>();
  /** Why each process has shown nothing the last time. */
  readonly refused = new Map<Member, string>();

  private constructor(
    private readonly clients: ReadonlyMap<Member, ClubClient>,
    private readonly tables: readonly string[],
  ) {}

  static async post(cluster: QuickCluster, tables: readonly string[]): Promise<Lookouts> {
    const clients = new Map<Member, ClubClient>();
    for (const member of cluster.members)
      clients.set(
        member,
        await ClubClient.open(member.club.url, undefined, { origin: cluster.url }),
      );
    const lookouts = new Lookouts(clients, tables);
    for (const member of cluster.members) {
      const { socket } = lookouts.at(member);
      const lookAtAll = () => void lookouts.lookFrom(member).catch(() => undefined);
      socket.on('connect', lookAtAll);
      // Also after the process has stopped in order.
      socket.on('disconnect', (reason) => {
        if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 100);
      });
      await lookouts.lookFrom(member);
    }
    return lookouts;
  }

  /** A table as it is now, asked through this process. */
  async look(member: Member, tableId: string): Promise<TableView | undefined> {
    const answer = await this.at(member)
      .ask('table:look', { tableId }, 1000)
      .catch((error: Error) => ({ ok: false, code: error.message }) as const);
    if (!answer.ok) {
      this.refused.set(member, answer.code);
      return undefined;
    }
    const { view } = answer;
    this.looked.set(member, (this.looked.get(member) ?? new Map()).set(tableId, view.seq));
    return view;
  }

  /** The newest view that has reached this process. */
  seen(member: Member, tableId: string): number {
    const shown = this.at(member).views.get(tableId)?.seq ?? 0;
    return Math.max(shown, this.looked.get(member)?.get(tableId) ?? 0);
  }

  /** The hall as this process shows it: which tables, and how many people are there. Empty when it does not say. */
  async hall(member: Member): Promise<string> {
    const answer = await this.at(member)
      .ask('hall:enter', { game: 'tic-tac-toe' }, 1000)
      .catch(() => undefined);
    if (!answer?.ok) return '';
    const { players, visitors } = answer.counts;
    const ids = answer.tables.map(({ id }) => id).sort();
    return `${players} players, ${visitors} visitors, ${ids.join(' ')}`;
  }

  at(member: Member): ClubClient {
    return this.clients.get(member)!;
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private async lookFrom(member: Member): Promise<void> {
    const { socket } = this.at(member);
    // A process that has just come, or has no Redis, may not know yet where the tables are: a page asks until it does.
    for (const tableId of this.tables)
      while (!(await this.look(member, tableId)) && socket.connected) await pause(100);
  }
}
