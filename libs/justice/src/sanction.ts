import type { GameId, PlayerCard, PlayerId } from '@trellis/facade';

/** A warning is shown until it ends; the others keep somebody from something. */
export const sanctionKinds = ['warning', 'chat-pause', 'rated-pause', 'exclusion'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** Who decided: an arbiter, the operator with a command, or the club by a rule that is the same for everybody. */
export const origins = ['arbiter', 'operator', 'club'] as const;
export type Origin = (typeof origins)[number];

/** How long a warning is shown (ms). */
export const warningShown = 7 * 24 * 60 * 60 * 1000;

/** What the club writes as the reason of what it decides by itself; pages say it in the reader's language. */
export const reasonOfLeaving = 'left-games';

export interface Sanction {
  readonly id: string;
  readonly player: PlayerCard;
  readonly kind: SanctionKind;
  /** In words for the one whom it concerns, or `reasonOfLeaving`. */
  readonly reason: string;
  readonly at: number;
  /** When it ends by itself (ms). */
  readonly until: number;
  readonly origin: Origin;
  /** The arbiter; null for the operator and the club. */
  readonly by: PlayerCard | null;
  readonly gameId: GameId | null;
  /** When it was taken back (ms). */
  readonly liftedAt: number | null;
  readonly appeal: Appeal | null;
}

/** One a sanction, by the one whom it concerns. */
export interface Appeal {
  readonly text: string;
  readonly at: number;
  readonly answer: AppealAnswer | null;
}

export interface AppealAnswer {
  readonly text: string;
  readonly at: number;
  readonly by: PlayerCard | null;
  readonly lifted: boolean;
}

/** A sanction that is to be. */
export interface NewSanction {
  /** The same id again is the same sanction, as it was written first. */
  readonly id: string;
  readonly player: PlayerId;
  readonly kind: SanctionKind;
  readonly reason: string;
  readonly at: number;
  readonly until: number;
  readonly origin: Origin;
  readonly by: PlayerId | null;
  readonly report?: string;
  readonly gameId?: GameId;
}

/** Whether it keeps somebody from something now (ms). */
export function isInForce(
  { until, liftedAt }: Pick<Sanction, 'until' | 'liftedAt'>,
  now: number,
): boolean {
  return liftedAt === null && now < until;
}
