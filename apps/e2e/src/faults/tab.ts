import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Answer, TableView } from '@trellis/wire';
import type { ClubClient } from '../harness/club-client.js';
import type { History } from './history.js';

/** How long an acknowledgement is waited for (ms); later it counts as unanswered. */
const patience = 1500;
/** After a look that failed (ms). */
const lookAgainAfter = 200;

/** One tab of somebody at one table: it comes back by itself, looks again, and writes down all that it is shown. */
export class Tab {
  /** The newest view, as the page would show it. */
  view: TableView | undefined;
  private connections = 1;
  private retryMs = 50;
  private contributedTo: string | undefined;

  private constructor(
    readonly name: string,
    readonly client: ClubClient,
    private readonly tableId: string,
    private readonly history: History,
  ) {
    client.socket.on('table:view', (view) => {
      if (view.id !== tableId) return;
      const begun = history.now();
      history.see({ tableId, connection: this.connection, how: 'sent', begun, view });
      this.hold(view);
    });
    client.socket.on('connect', () => {
      this.connections++;
      void this.lookAgain();
    });
    client.socket.on('server:restarting', ({ retryMs }) => (this.retryMs = retryMs));
    client.socket.on('disconnect', (reason) => {
      // As a page: after this Socket.IO does not come back by itself.
      if (reason === 'io server disconnect')
        void setTimeout(this.retryMs).then(() => client.socket.connect());
    });
  }

  static async open(
    tableId: string,
    history: History,
    name: string,
    client: ClubClient,
  ): Promise<Tab> {
    const tab = new Tab(name, client, tableId, history);
    await tab.lookAgain();
    if (!tab.view) throw new Error(`${name} is not shown the table.`);
    return tab;
  }

  get connected(): boolean {
    return this.client.socket.connected;
  }

  /** Asks for the view of now, and from then on for what follows. */
  async look(): Promise<TableView> {
    const begun = this.history.now();
    const { connection, tableId } = this;
    const answer = await this.client.ask('table:look', { tableId }, patience);
    if (!answer.ok) throw new Error(`table:look: ${answer.code}`);
    const { view } = answer;
    this.history.see({ tableId, connection, how: 'fetched', begun, view });
    this.hold(view);
    return view;
  }

  /** Sends one copy; undefined when nobody answers. */
  async send(
    event: 'table:act' | 'table:leave' | 'table:rematch',
    body: { readonly after: number; readonly action: unknown } | object,
  ): Promise<Answer<{ seq: number }> | undefined> {
    const request = { tableId: this.tableId, ...body } as never;
    return this.client.ask(event, request, patience).catch(() => undefined);
  }

  /** The network goes away without a goodbye. */
  drop(): void {
    if (this.connected) this.client.socket.io.engine?.close();
  }

  close(): void {
    this.client.close();
  }

  /** How many times it has come back. */
  get returns(): number {
    return this.connections - 1;
  }

  private get connection(): string {
    return `${this.name} ${this.connections}`;
  }

  /** As a page: asks until it is answered, for without a look it is shown nothing. */
  private async lookAgain(): Promise<void> {
    const { connection } = this;
    const isWanted = () => this.connected && this.connection === connection;
    while (isWanted()) {
      const asked = await this.look().catch((error: Error) => error);
      if (!(asked instanceof Error) || asked.message.includes('no-such-table')) return;
      await setTimeout(lookAgainAfter);
    }
  }

  private hold(view: TableView): void {
    if (!this.view || this.view.seq <= view.seq) this.view = view;
    if (view.commitment && view.gameId && view.gameId !== this.contributedTo)
      void this.contribute(view.gameId);
  }

  /** As a page does; otherwise everybody would wait a second for it. */
  private async contribute(gameId: string): Promise<void> {
    this.contributedTo = gameId;
    const contribution = randomBytes(32).toString('hex');
    const { tableId } = this;
    await this.client
      .ask('table:contribute', { tableId, gameId, contribution }, patience)
      .catch(() => undefined);
  }
}
