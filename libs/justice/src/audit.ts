import type { GameId, PlayerCard, PlayerId } from '@trellis/facade';
import type { Origin, SanctionKind } from './sanction.js';

export const acts = [
  'arbiter-granted',
  'arbiter-revoked',
  'report-decided',
  'sanctioned',
  'sanction-lifted',
  'appeal-answered',
  'game-annulled',
] as const;
export type Act = (typeof acts)[number];

/** What was done in the club's name: to whom, by whom, and why. Nothing takes it back. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: number;
  readonly origin: Origin;
  readonly by: PlayerCard | null;
  readonly act: Act;
  readonly player: PlayerCard | null;
  readonly gameId: GameId | null;
  /** The report or the sanction that it is about. */
  readonly about: string | null;
  /** Which sanction, and until when. */
  readonly sanction: { readonly kind: SanctionKind; readonly until: number } | null;
  readonly reason: string;
}

/** Who acts, and when. */
export interface Actor {
  readonly origin: Origin;
  readonly by: PlayerId | null;
  readonly at: number;
}
