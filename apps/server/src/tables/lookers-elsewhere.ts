import type { PlayerId, TableId } from '@trellis/facade';
import type { NodeId } from '@trellis/tables';
import type { LookersThere } from '../nodes/node-messages.js';
import type { PlayingDevice } from './devices.js';

const nowhere: ReadonlyMap<NodeId, LookersThere> = new Map();

/** Who looks at this process's tables from the club's other processes. */
export class LookersElsewhere {
  private readonly near = new Map<TableId, Map<NodeId, LookersThere>>();

  /** True when somebody came or went, or plays from elsewhere. */
  set(table: TableId, node: NodeId, lookers: LookersThere): boolean {
    const nodes = this.near.get(table) ?? new Map<NodeId, LookersThere>();
    const before = JSON.stringify(nodes.get(node));
    if (lookers.players.length + lookers.visitors === 0) nodes.delete(node);
    else nodes.set(node, lookers);
    if (nodes.size === 0) this.near.delete(table);
    else this.near.set(table, nodes);
    return before !== JSON.stringify(nodes.get(node));
  }

  /** A process is gone. Returns the tables that somebody there looked at. */
  gone(node: NodeId): TableId[] {
    return [...this.near.keys()].filter((table) =>
      this.set(table, node, { players: [], visitors: 0 }),
    );
  }

  forget(table: TableId): void {
    this.near.delete(table);
  }

  nodes(table: TableId): ReadonlyMap<NodeId, LookersThere> {
    return this.near.get(table) ?? nowhere;
  }

  players(table: TableId): PlayerId[] {
    return [...this.nodes(table).values()].flatMap(({ players }) => players);
  }

  devices(table: TableId): PlayingDevice[] {
    return [...this.nodes(table).values()].flatMap(({ devices = [] }) => devices);
  }

  visitors(table: TableId): number {
    return [...this.nodes(table).values()].reduce((sum, { visitors }) => sum + visitors, 0);
  }
}
