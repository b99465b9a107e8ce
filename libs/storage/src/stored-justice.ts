import type { PlayerCard, PlayerId, TableId } from '@trellis/facade';
import type {
  Act,
  Appeal,
  AuditEntry,
  NewReport,
  Origin,
  Report,
  ReportCategory,
  Sanction,
  SanctionKind,
} from '@trellis/justice';
import { cardOf } from '@trellis/players';
import type { Player, Prisma } from './generated/prisma/client.js';
import { playerFrom } from './stored-player.js';

export const reportFields = { by: true, on: true, decider: true } satisfies Prisma.ReportInclude;
export const sanctionFields = {
  player: true,
  by: true,
  appealBy: true,
} satisfies Prisma.SanctionInclude;
export const auditFields = { by: true, player: true } satisfies Prisma.AuditEntryInclude;

export type ReportRow = Prisma.ReportGetPayload<{ include: typeof reportFields }>;
export type SanctionRow = Prisma.SanctionGetPayload<{ include: typeof sanctionFields }>;
export type AuditRow = Prisma.AuditEntryGetPayload<{ include: typeof auditFields }>;

/** Lines know their speakers by their ids, so that who hides his name or is gone is not named by an old report. */
export const linesOf = ({ lines }: Pick<ReportRow, 'lines'>): NewReport['lines'] =>
  lines as unknown as NewReport['lines'];

export function reportFrom(row: ReportRow, cards: ReadonlyMap<PlayerId, PlayerCard>): Report {
  return {
    id: row.id,
    by: card(row.by),
    on: card(row.on),
    category: row.category as ReportCategory,
    text: row.text,
    gameId: row.gameId,
    tableId: row.tableId as TableId | null,
    lines: linesOf(row).map((line) => ({
      ...line,
      by: cards.get(line.by) ?? { id: line.by, name: '…' },
    })),
    at: row.at.getTime(),
    decision: row.decidedAt && {
      upheld: row.upheld ?? false,
      answer: row.answer ?? '',
      at: row.decidedAt.getTime(),
      by: row.decider && card(row.decider),
    },
  };
}

export function sanctionFrom(row: SanctionRow): Sanction {
  return {
    id: row.id,
    player: card(row.player),
    kind: row.kind as SanctionKind,
    reason: row.reason,
    at: row.at.getTime(),
    until: row.until.getTime(),
    origin: row.origin as Origin,
    by: row.by && card(row.by),
    gameId: row.gameId,
    liftedAt: row.liftedAt?.getTime() ?? null,
    appeal: appealFrom(row),
  };
}

function appealFrom(row: SanctionRow): Appeal | null {
  const { appeal, appealedAt, appealAnswer, appealEndedAt, appealBy, liftedAt } = row;
  if (appeal === null || appealedAt === null) return null;
  return {
    text: appeal,
    at: appealedAt.getTime(),
    answer: appealEndedAt && {
      text: appealAnswer ?? '',
      at: appealEndedAt.getTime(),
      by: appealBy && card(appealBy),
      lifted: liftedAt?.getTime() === appealEndedAt.getTime(),
    },
  };
}

export function auditFrom(row: AuditRow): AuditEntry {
  return {
    seq: Number(row.seq),
    at: row.at.getTime(),
    origin: row.origin as Origin,
    by: row.by && card(row.by),
    act: row.act as Act,
    player: row.player && card(row.player),
    gameId: row.gameId,
    about: row.about,
    sanction: row.kind
      ? { kind: row.kind as SanctionKind, until: row.until?.getTime() ?? 0 }
      : null,
    reason: row.reason,
  };
}

const card = (player: Player): PlayerCard => cardOf(playerFrom(player));
