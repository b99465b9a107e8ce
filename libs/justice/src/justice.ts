import type { PlayerCard, PlayerId } from '@trellis/facade';
import type { Actor, AuditEntry } from './audit.js';
import type { Pause } from './pauses.js';
import type { NewDecision, NewReport, Report } from './report.js';
import type { NewSanction, Sanction } from './sanction.js';

/** How many of each are answered at once. */
export const shownAtOnce = 100;

/**
 * What players report of each other, and what the club decides, durably. Whatever is done in the club's name is written together with
 * its entry in the audit log, or not at all. Sanctions and the arbiter's office are a person's, never a program's.
 */
export abstract class Justice {
  /** The same id again is the same report, as it was written first. Refuses with `no-such-player`. */
  abstract report(report: NewReport): Promise<Report>;
  abstract findReport(id: string): Promise<Report | undefined>;
  /** Those he made since a moment (ms), newest first. */
  abstract reportsBy(player: PlayerId, since: number): Promise<readonly Report[]>;
  abstract reportsOn(player: PlayerId): Promise<readonly Report[]>;
  /** Those that nobody has decided yet, oldest first. */
  abstract openReports(): Promise<readonly Report[]>;
  /**
   * Decides an open report, with its sanction if there is one. Refuses with `already-decided`, and with `no-such-player` a
   * sanction of somebody whose account is deleted.
   */
  abstract decide(report: string, decision: NewDecision, sanction?: NewSanction): Promise<Report>;

  /** The same id again changes nothing. An exclusion is a ban as well. Refuses with `no-such-player`. */
  abstract sanction(sanction: NewSanction): Promise<Sanction>;
  abstract findSanction(id: string): Promise<Sanction | undefined>;
  /** Newest first. */
  abstract sanctionsOn(player: PlayerId): Promise<readonly Sanction[]>;
  /** The warnings and pauses that are in force at `now` (ms); of these players, or of all. */
  abstract pauses(
    now: number,
    players?: readonly PlayerId[],
  ): Promise<ReadonlyMap<PlayerId, readonly Pause[]>>;
  /** Refuses with `not-in-force` what has ended or was lifted already. */
  abstract lift(id: string, actor: Actor, reason: string): Promise<Sanction>;
  /** Lets somebody in again whoever keeps him out: lifts each exclusion, and a ban without one. */
  abstract letIn(player: PlayerId, actor: Actor, reason: string): Promise<void>;
  /** One a sanction: refuses with `already-appealed`, and with `not-yours` the sanctions of others. */
  abstract appeal(id: string, player: PlayerId, text: string, at: number): Promise<Sanction>;
  /** Sanctions with an appeal that nobody has answered yet, the oldest appeal first. */
  abstract openAppeals(): Promise<readonly Sanction[]>;
  /** Refuses with `already-decided`. Lifting what has ended meanwhile is only saying so. */
  abstract answerAppeal(id: string, actor: Actor, text: string, lifts: boolean): Promise<Sanction>;

  /** Makes somebody an arbiter, or one no longer. False when he was so already. Refuses with `no-such-player`. */
  abstract setArbiter(
    player: PlayerId,
    isArbiter: boolean,
    actor: Actor,
    reason: string,
  ): Promise<boolean>;
  abstract arbiters(): Promise<readonly PlayerCard[]>;
  /** The entries before this number, newest first; those about one player, if he is named. */
  abstract audit(before: number, player?: PlayerId): Promise<readonly AuditEntry[]>;
}
