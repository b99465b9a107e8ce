import type { PlayerId } from '@trellis/facade';
import type { Actor, AuditEntry } from '@trellis/justice';
import type { MemoryClub } from './memory-club.js';

/** An entry of the audit log as memory keeps it. */
export type KeptEntry = Omit<AuditEntry, 'by' | 'player'> & {
  readonly by: PlayerId | null;
  readonly player: PlayerId | null;
};

export function writeAudit(
  { audit }: MemoryClub,
  actor: Actor,
  act: AuditEntry['act'],
  reason: string,
  rest: Partial<Pick<KeptEntry, 'player' | 'gameId' | 'about' | 'sanction'>>,
): void {
  const empty = { player: null, gameId: null, about: null, sanction: null };
  audit.push({ ...empty, ...rest, seq: audit.length + 1, ...actor, act, reason });
}
