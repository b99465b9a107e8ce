import type { PlayerCard, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  Justice,
  isInForce,
  shownAtOnce,
  type Actor,
  type AuditEntry,
  type NewDecision,
  type NewReport,
  type NewSanction,
  type Pause,
  type Report,
  type Sanction,
} from '@trellis/justice';
import {
  cardOrNull,
  reportShown,
  sanctionShown,
  withoutWordsOf,
  type KeptReport,
  type KeptSanction,
} from './kept-justice.js';
import { writeAudit } from './memory-audit.js';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryJustice extends Justice {
  private readonly kept = new Map<string, KeptReport>();
  private readonly given = new Map<string, KeptSanction>();

  constructor(private readonly club: MemoryClub) {
    super();
    club.onDelete((his) => this.forget(his));
    club.onExport((his) => ({
      report: [...this.kept.values()].flatMap(({ lines: _lines, ...report }) =>
        his(report.by) ? [report] : [],
      ),
      sanction: [...this.given.values()].flatMap(({ report: _report, ...sanction }) =>
        his(sanction.player) ? [sanction] : [],
      ),
      audit_entry: club.audit.flatMap(({ gameId: _gameId, ...entry }) =>
        entry.player && his(entry.player) ? [entry] : [],
      ),
    }));
  }

  async report(report: NewReport): Promise<Report> {
    if (!this.club.players.has(report.on)) throw noSuchPlayer();
    if (!this.kept.has(report.id)) this.kept.set(report.id, copy({ ...report, decision: null }));
    return reportShown(this.club, this.kept.get(report.id)!);
  }

  async findReport(id: string): Promise<Report | undefined> {
    const report = this.kept.get(id);
    return report && reportShown(this.club, report);
  }

  async reportsBy(player: PlayerId, since: number): Promise<readonly Report[]> {
    return this.newest(({ by, at }) => by === player && at >= since);
  }

  async reportsOn(player: PlayerId): Promise<readonly Report[]> {
    return this.newest(({ on }) => on === player);
  }

  async openReports(): Promise<readonly Report[]> {
    const open = [...this.kept.values()].filter(({ decision }) => decision === null);
    return open
      .sort(byTime)
      .slice(0, shownAtOnce)
      .map((each) => reportShown(this.club, each));
  }

  async decide(id: string, decision: NewDecision, sanction?: NewSanction): Promise<Report> {
    const report = this.kept.get(id);
    if (!report || report.decision)
      throw new Refusal('already-decided', 'This report is not open.');
    if (sanction) this.mustKnow(sanction.player);
    const decided = { ...report, decision };
    this.kept.set(id, decided);
    const { by, at, answer } = decision;
    writeAudit(this.club, { origin: 'arbiter', by, at }, 'report-decided', answer, {
      ...{ player: report.on, gameId: report.gameId, about: id },
    });
    if (sanction) await this.sanction(sanction);
    return reportShown(this.club, decided);
  }

  async sanction(sanction: NewSanction): Promise<Sanction> {
    this.mustKnow(sanction.player);
    const { id, player, kind, reason, at, until, origin, by, gameId = null } = sanction;
    if (!this.given.has(id)) {
      this.given.set(id, copy({ ...sanction, liftedAt: null, appeal: null }));
      writeAudit(this.club, { origin, by, at }, 'sanctioned', reason, {
        ...{ player, gameId, about: id, sanction: { kind, until } },
      });
      this.settle(player, kind, at);
    }
    return sanctionShown(this.club, this.given.get(id)!);
  }

  async findSanction(id: string): Promise<Sanction | undefined> {
    const sanction = this.given.get(id);
    return sanction && sanctionShown(this.club, sanction);
  }

  async sanctionsOn(player: PlayerId): Promise<readonly Sanction[]> {
    const his = [...this.given.values()].filter((each) => each.player === player);
    return his
      .sort((a, b) => byTime(b, a))
      .slice(0, shownAtOnce)
      .map((each) => sanctionShown(this.club, each));
  }

  async pauses(now: number, players?: readonly PlayerId[]) {
    const found = new Map<PlayerId, Pause[]>();
    for (const each of [...this.given.values()].sort((a, b) => a.until - b.until)) {
      const { player, kind, reason, until } = each;
      if (kind === 'exclusion' || !isInForce(each, now)) continue;
      if (players && !players.includes(player)) continue;
      found.set(player, [...(found.get(player) ?? []), { kind, reason, until }]);
    }
    return found;
  }

  async lift(id: string, actor: Actor, reason: string): Promise<Sanction> {
    const sanction = this.mustFind(id);
    if (!isInForce(sanction, actor.at))
      throw new Refusal('not-in-force', 'This has ended already.');
    return sanctionShown(this.club, this.liftNow(sanction, actor, reason));
  }

  async letIn(player: PlayerId, actor: Actor, reason: string): Promise<void> {
    this.mustKnow(player);
    const inForce = [...this.given.values()].filter(
      (each) => each.player === player && each.kind === 'exclusion' && isInForce(each, actor.at),
    );
    // Also a ban that no exclusion made.
    this.club.players.set(player, { ...this.club.players.get(player)!, ban: null });
    this.club.decided.set(player, Date.now());
    for (const each of inForce) this.liftNow(each, actor, reason);
    if (inForce.length === 0) writeAudit(this.club, actor, 'sanction-lifted', reason, { player });
  }

  async appeal(id: string, player: PlayerId, text: string, at: number): Promise<Sanction> {
    const sanction = this.mustFind(id);
    if (sanction.player !== player)
      throw new Refusal('not-yours', 'That was decided of somebody else.');
    if (sanction.appeal) throw new Refusal('already-appealed', 'There is an appeal already.');
    return this.change(id, { appeal: { text, at, answer: null } });
  }

  async openAppeals(): Promise<readonly Sanction[]> {
    return [...this.given.values()]
      .filter(({ appeal }) => appeal && !appeal.answer)
      .sort((a, b) => byTime({ id: a.id, at: a.appeal!.at }, { id: b.id, at: b.appeal!.at }))
      .slice(0, shownAtOnce)
      .map((each) => sanctionShown(this.club, each));
  }

  async answerAppeal(id: string, actor: Actor, text: string, lifts: boolean): Promise<Sanction> {
    const { appeal, player, kind, until, gameId = null, liftedAt } = this.mustFind(id);
    if (!appeal || appeal.answer) throw new Refusal('already-decided', 'No appeal is open here.');
    const { by, at } = actor;
    const lifted = lifts && liftedAt === null;
    this.change(id, { appeal: { ...appeal, answer: { text, at, by, lifted } } });
    writeAudit(this.club, actor, 'appeal-answered', text, {
      ...{ player, gameId, about: id, sanction: { kind, until } },
    });
    return sanctionShown(
      this.club,
      lifted ? this.liftNow(this.mustFind(id), actor, text) : this.mustFind(id),
    );
  }

  async setArbiter(id: PlayerId, arbiter: boolean, actor: Actor, reason: string) {
    this.mustKnow(id);
    const player = this.club.players.get(id)!;
    if (player.arbiter === arbiter) return false;
    this.club.players.set(id, { ...player, arbiter });
    writeAudit(this.club, actor, arbiter ? 'arbiter-granted' : 'arbiter-revoked', reason, {
      player: id,
    });
    return true;
  }

  async arbiters(): Promise<readonly PlayerCard[]> {
    const all = [...this.club.players.values()].filter(({ arbiter }) => arbiter);
    return all.map(({ id }) => this.club.cardOf(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async audit(before: number, player?: PlayerId): Promise<readonly AuditEntry[]> {
    return this.club.audit
      .filter((each) => each.seq < before && (player === undefined || each.player === player))
      .reverse()
      .slice(0, shownAtOnce)
      .map((each) => ({
        ...each,
        by: cardOrNull(this.club, each.by),
        player: cardOrNull(this.club, each.player),
      }));
  }

  private forget(his: (id: PlayerId) => boolean): void {
    for (const [id, { player }] of this.given) if (his(player)) this.given.delete(id);
    for (const [id, report] of this.kept) this.kept.set(id, withoutWordsOf(his, report));
  }

  private liftNow(sanction: KeptSanction, actor: Actor, reason: string): KeptSanction {
    const { id, player, kind, until, gameId = null } = sanction;
    const lifted = { ...sanction, liftedAt: actor.at };
    this.given.set(id, lifted);
    writeAudit(this.club, actor, 'sanction-lifted', reason, {
      ...{ player, gameId, about: id, sanction: { kind, until } },
    });
    this.settle(player, kind, actor.at);
    return lifted;
  }

  /** His ban follows from the exclusions that are in force, and from a ban that no exclusion made: the one that ends last. */
  private settle(id: PlayerId, kind: string, at: number): void {
    this.club.decided.set(id, Date.now());
    if (kind !== 'exclusion') return;
    const player = this.club.players.get(id)!;
    const exclusions = [...this.given.values()].filter(
      (each) => each.player === id && each.kind === 'exclusion',
    );
    const { ban: before } = player;
    const isOther =
      before &&
      before.until > at &&
      !exclusions.some(({ until, reason }) => until === before.until && reason === before.reason);
    const [last] = [
      ...exclusions.filter((each) => isInForce(each, at)),
      ...(isOther ? [before] : []),
    ].sort((a, b) => b.until - a.until);
    const ban = last ? { reason: last.reason, until: last.until } : null;
    this.club.players.set(id, { ...player, ban });
  }

  private newest(which: (report: KeptReport) => boolean): Report[] {
    const found = [...this.kept.values()].filter(which).sort((a, b) => byTime(b, a));
    return found.slice(0, shownAtOnce).map((each) => reportShown(this.club, each));
  }

  private change(id: string, changed: Partial<KeptSanction>): Sanction {
    this.given.set(id, { ...this.mustFind(id), ...changed });
    return sanctionShown(this.club, this.mustFind(id));
  }

  private mustFind(id: string): KeptSanction {
    const sanction = this.given.get(id);
    if (!sanction) throw new Refusal('not-found', 'There is no such sanction.');
    return sanction;
  }

  private mustKnow(id: PlayerId): void {
    const player = this.club.players.get(id);
    if (!player || player.deletedAt !== null) throw noSuchPlayer();
  }
}

function byTime(
  a: { readonly at: number; readonly id: string },
  b: { readonly at: number; readonly id: string },
): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function noSuchPlayer(): Refusal {
  return new Refusal('no-such-player', 'The club knows no such player.');
}
