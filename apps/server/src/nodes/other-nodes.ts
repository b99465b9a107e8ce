import type { TableId } from '@trellis/facade';
import { Nodes, type NodeId, type Request, type TableSummary } from '@trellis/tables';
import type { NodeMessages } from './node-messages.js';

/** The tables of the club's other processes: what is heard of them, and the way to them. */
export class OtherNodes extends Nodes {
  private readonly heard = new Map<TableId, { node: NodeId; summary: TableSummary }>();

  constructor(private readonly messages: NodeMessages) {
    super();
    messages.listen('table:summary', (summary, from) => this.hear(summary, from));
    messages.listen('state', ({ tables }, from) => {
      for (const [id, { node }] of this.heard)
        if (node === from && !tables.some((table) => table.id === id)) this.heard.delete(id);
      for (const summary of tables) this.hear(summary, from);
    });
  }

  async forward(owner: NodeId, tableId: TableId, request: Request): Promise<number> {
    return (await this.messages.ask(owner, 'table:handle', { tableId, request })).seq;
  }

  *tables(): Iterable<TableSummary> {
    for (const { summary } of this.heard.values()) yield summary;
  }

  summary(tableId: TableId): TableSummary | undefined {
    return this.heard.get(tableId)?.summary;
  }

  /** Late is harmless: the newest counts, whoever owns the table by then. */
  private hear(summary: TableSummary, node: NodeId): void {
    const before = this.heard.get(summary.id);
    if (before && before.summary.seq > summary.seq) return;
    if (summary.phase === 'free') this.heard.delete(summary.id);
    else this.heard.set(summary.id, { node, summary });
  }
}
