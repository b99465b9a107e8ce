import type { NodeId } from '@trellis/tables';

/** Names in Redis. */
export const keys = {
  /** Sorted set: each process until when (ms, by Redis' clock) it counts as alive. */
  nodes: 'trellis:nodes',
  /** Hash: the owner of each table. */
  owners: 'trellis:owners',
  /** Channel of everything that all processes are told. */
  everybody: 'trellis:everybody',
  /** Channel of one process. */
  node: (node: NodeId) => `trellis:node:${node}`,
};
