import type { Viewer } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { ClubClient, type Session } from '../harness/club-client.js';

/** Somebody who looks at a table, and everything that came to him over the line. */
export class Vantage {
  /** In the order received, as text. */
  heard: string[] = [];

  private constructor(
    readonly name: string,
    readonly viewer: Viewer,
    readonly client: ClubClient,
  ) {}

  static async arrives(
    url: string,
    name: string,
    viewer: Viewer,
    session?: Session,
    transport?: 'websocket' | 'polling',
  ): Promise<Vantage> {
    const early: string[] = [];
    let hear = (text: string) => void early.push(text);
    const client = await ClubClient.open(url, session, { transport, heard: (text) => hear(text) });
    const vantage = new Vantage(name, viewer, client);
    vantage.heard = early;
    hear = (text) => void vantage.heard.push(text);
    return vantage;
  }

  look(tableId: string): Promise<TableView> {
    return this.client.look(tableId);
  }

  /** Resolves when everything that was sent to it up to `seq` is here. */
  async hasSeen(tableId: string, seq: number): Promise<void> {
    await this.client.until(tableId, (view) => view.seq >= seq);
  }

  /** What was heard so far; afterwards it begins anew. */
  take(): string[] {
    return this.heard.splice(0);
  }

  leaves(): void {
    this.client.close();
  }
}
