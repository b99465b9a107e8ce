import type { PlayerCard, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  Justice,
  shownAtOnce,
  type Actor,
  type AuditEntry,
  type NewDecision,
  type NewReport,
  type NewSanction,
  type Pause,
  type PauseKind,
  type Report,
  type Sanction,
} from '@trellis/justice';
import { cardOf } from '@trellis/players';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import {
  liftSanction,
  mustBePlayer,
  rowIsInForce,
  writeAudit,
  writeSanction,
} from './prisma-sanctions.js';
import { isForeignKeyViolation, isUniqueViolation } from './sql-state.js';
import {
  auditFields,
  auditFrom,
  linesOf,
  reportFields,
  reportFrom,
  sanctionFields,
  sanctionFrom,
} from './stored-justice.js';
import { playerFrom } from './stored-player.js';

export class PrismaJustice extends Justice {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async report({ by, on, at, lines, ...rest }: NewReport): Promise<Report> {
    const data = { ...rest, byId: by, onId: on, at: new Date(at), lines: lines as object[] };
    try {
      await this.prisma.report.create({ data });
    } catch (error) {
      if (isForeignKeyViolation(error))
        throw new Refusal('no-such-player', 'The club knows no such player.');
      if (!isUniqueViolation(error)) throw error;
    }
    return (await this.findReport(rest.id))!;
  }

  async findReport(id: string): Promise<Report | undefined> {
    return (await this.reports({ id }))[0];
  }

  reportsBy(player: PlayerId, since: number): Promise<readonly Report[]> {
    return this.reports({ byId: player, at: { gte: new Date(since) } });
  }

  reportsOn(player: PlayerId): Promise<readonly Report[]> {
    return this.reports({ onId: player });
  }

  openReports(): Promise<readonly Report[]> {
    return this.reports({ decidedAt: null }, 'asc');
  }

  async decide(id: string, decision: NewDecision, sanction?: NewSanction): Promise<Report> {
    const { by, upheld, answer, at } = decision;
    await this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.report.updateMany({
        where: { id, decidedAt: null },
        data: { upheld, answer, decidedBy: by, decidedAt: new Date(at) },
      });
      if (count === 0) throw new Refusal('already-decided', 'This report is not open.');
      const { onId, gameId } = await transaction.report.findUniqueOrThrow({ where: { id } });
      const actor: Actor = { origin: 'arbiter', by, at };
      const entry = { act: 'report-decided', playerId: onId, gameId, about: id, reason: answer };
      await writeAudit(transaction, actor, entry);
      if (sanction) await writeSanction(transaction, sanction);
    });
    return (await this.findReport(id))!;
  }

  async sanction(sanction: NewSanction): Promise<Sanction> {
    return sanctionFrom(
      await this.prisma.$transaction((transaction) => writeSanction(transaction, sanction)),
    );
  }

  async findSanction(id: string): Promise<Sanction | undefined> {
    const row = await this.prisma.sanction.findUnique({ where: { id }, include: sanctionFields });
    return row ? sanctionFrom(row) : undefined;
  }

  async sanctionsOn(playerId: PlayerId): Promise<readonly Sanction[]> {
    const rows = await this.prisma.sanction.findMany({
      where: { playerId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: shownAtOnce,
      include: sanctionFields,
    });
    return rows.map(sanctionFrom);
  }

  async pauses(now: number, players?: readonly PlayerId[]) {
    const rows = await this.prisma.sanction.findMany({
      where: {
        kind: { not: 'exclusion' },
        liftedAt: null,
        until: { gt: new Date(now) },
        ...(players && { playerId: { in: [...players] } }),
      },
      orderBy: [{ until: 'asc' }, { id: 'asc' }],
    });
    const found = new Map<PlayerId, Pause[]>();
    for (const { playerId, kind, reason, until } of rows) {
      const pause = { kind: kind as PauseKind, reason, until: until.getTime() };
      found.set(playerId, [...(found.get(playerId) ?? []), pause]);
    }
    return found;
  }

  async lift(id: string, actor: Actor, reason: string): Promise<Sanction> {
    await this.prisma.$transaction(async (transaction) => {
      const row = await mustFindSanction(transaction, id);
      if (!rowIsInForce(row, actor.at))
        throw new Refusal('not-in-force', 'This has ended already.');
      await liftSanction(transaction, row, actor, reason);
    });
    return (await this.findSanction(id))!;
  }

  async letIn(player: PlayerId, actor: Actor, reason: string): Promise<void> {
    await this.prisma.$transaction(async (transaction) => {
      await mustBePlayer(transaction, player);
      const rows = await transaction.sanction.findMany({
        where: { playerId: player, kind: 'exclusion', liftedAt: null },
      });
      const inForce = rows.filter((row) => rowIsInForce(row, actor.at));
      // Also a ban that no exclusion made.
      await transaction.$executeRaw`
        UPDATE player SET ban_until = NULL, ban_reason = NULL, decided_at = now()
          WHERE id = ${player}`;
      for (const row of inForce) await liftSanction(transaction, row, actor, reason);
      if (inForce.length === 0)
        await writeAudit(transaction, actor, { act: 'sanction-lifted', playerId: player, reason });
    });
  }

  async appeal(id: string, player: PlayerId, text: string, at: number): Promise<Sanction> {
    await this.prisma.$transaction(async (transaction) => {
      const row = await mustFindSanction(transaction, id);
      if (row.playerId !== player)
        throw new Refusal('not-yours', 'That was decided of somebody else.');
      const { count } = await transaction.sanction.updateMany({
        where: { id, appealedAt: null },
        data: { appeal: text, appealedAt: new Date(at) },
      });
      if (count === 0) throw new Refusal('already-appealed', 'There is an appeal already.');
    });
    return (await this.findSanction(id))!;
  }

  async openAppeals(): Promise<readonly Sanction[]> {
    const rows = await this.prisma.sanction.findMany({
      where: { appealedAt: { not: null }, appealEndedAt: null },
      orderBy: [{ appealedAt: 'asc' }, { id: 'asc' }],
      take: shownAtOnce,
      include: sanctionFields,
    });
    return rows.map(sanctionFrom);
  }

  async answerAppeal(id: string, actor: Actor, text: string, lifts: boolean): Promise<Sanction> {
    await this.prisma.$transaction(async (transaction) => {
      const row = await mustFindSanction(transaction, id);
      const { count } = await transaction.sanction.updateMany({
        where: { id, appealedAt: { not: null }, appealEndedAt: null },
        data: { appealAnswer: text, appealEndedAt: new Date(actor.at), appealById: actor.by },
      });
      if (count === 0) throw new Refusal('already-decided', 'No appeal is open here.');
      const { playerId, gameId, kind, until } = row;
      await writeAudit(transaction, actor, {
        ...{ act: 'appeal-answered', playerId, gameId, about: id, kind, until, reason: text },
      });
      if (lifts && row.liftedAt === null) await liftSanction(transaction, row, actor, text);
    });
    return (await this.findSanction(id))!;
  }

  async setArbiter(player: PlayerId, isArbiter: boolean, actor: Actor, reason: string) {
    return this.prisma.$transaction(async (transaction) => {
      await mustBePlayer(transaction, player);
      const { count } = await transaction.player.updateMany({
        where: { id: player, arbiter: !isArbiter },
        data: { arbiter: isArbiter },
      });
      if (count === 0) return false;
      const act = isArbiter ? 'arbiter-granted' : 'arbiter-revoked';
      await writeAudit(transaction, actor, { act, playerId: player, reason });
      return true;
    });
  }

  async arbiters(): Promise<readonly PlayerCard[]> {
    const rows = await this.prisma.player.findMany({
      where: { arbiter: true },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => cardOf(playerFrom(row)));
  }

  async audit(before: number, playerId?: PlayerId): Promise<readonly AuditEntry[]> {
    const rows = await this.prisma.auditEntry.findMany({
      where: { seq: { lt: before }, ...(playerId !== undefined && { playerId }) },
      orderBy: { seq: 'desc' },
      take: shownAtOnce,
      include: auditFields,
    });
    return rows.map(auditFrom);
  }

  private async reports(
    where: Prisma.ReportWhereInput,
    order: 'asc' | 'desc' = 'desc',
  ): Promise<Report[]> {
    const rows = await this.prisma.report.findMany({
      where,
      orderBy: [{ at: order }, { id: order }],
      take: shownAtOnce,
      include: reportFields,
    });
    const speakers = [...new Set(rows.flatMap((row) => linesOf(row).map(({ by }) => by)))];
    const known = await this.prisma.player.findMany({ where: { id: { in: speakers } } });
    const cards = new Map(known.map((row) => [row.id, cardOf(playerFrom(row))]));
    return rows.map((row) => reportFrom(row, cards));
  }
}

async function mustFindSanction(transaction: Prisma.TransactionClient, id: string) {
  const row = await transaction.sanction.findUnique({ where: { id } });
  if (!row) throw new Refusal('not-found', 'There is no such sanction.');
  return row;
}
