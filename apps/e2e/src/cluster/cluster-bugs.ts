import type { PlantedBug } from '../harness/planted-bugs.js';
import type { ClusterOptions } from './attack-cluster.js';

interface FoundBy {
  /** What is done to the cluster: no more than it takes. */
  readonly attack: Partial<ClusterOptions>;
  /** In what the judge says. */
  readonly says: string;
}

const small = { size: 2, tables: 2 };

/** By which attack, and in which sentence, each planted bug is found every time. */
export const clusterBugs = {
  forgets: { attack: { ...small, kills: 1 }, says: 'not there' },
  'never-takes-over': {
    attack: { ...small, kills: 1 },
    says: 'takenOverMs: it was waited for, and did not happen.',
  },
  'keeps-ghosts': {
    attack: { ...small, kills: 1 },
    says: 'ghostsMs: it was waited for, and did not happen.',
  },
  'leaves-without-a-word': {
    attack: { ...small, stops: 1 },
    says: 'tables were still its own.',
  },
  'gives-no-credit': { attack: { ...small, pauses: 1 }, says: 'its clock ran' },
  'writes-anyway': {
    attack: { ...small, partitions: ['no packets to either'] },
    says: 'which had not taken the table from',
  },
  'asks-nobody': {
    attack: { ...small, partitions: ['connections to Redis end'] },
    says: 'Halls are not the same everywhere',
  },
} as const satisfies Partial<Record<PlantedBug, FoundBy>>;

export type ClusterBug = keyof typeof clusterBugs;
export const clusterBugNames = Object.keys(clusterBugs) as ClusterBug[];

export function isClusterBug(name: PlantedBug): name is ClusterBug {
  return Object.hasOwn(clusterBugs, name);
}
