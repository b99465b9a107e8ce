import type { PlayerCard, PlayerId } from '@trellis/facade';
import type { NewDecision, NewReport, NewSanction, Report, Sanction } from '@trellis/justice';
import { copy, type MemoryClub } from './memory-club.js';

/** A report as memory keeps it: people by their ids. */
export type KeptReport = NewReport & { readonly decision: NewDecision | null };
type KeptAppeal = {
  readonly text: string;
  readonly at: number;
  readonly answer: { text: string; at: number; by: PlayerId | null; lifted: boolean } | null;
};
/** A sanction as memory keeps it. */
export type KeptSanction = NewSanction & {
  readonly liftedAt: number | null;
  readonly appeal: KeptAppeal | null;
};
const lostWords = '…';

/** As the port gives it, with everybody's name of now. */
export function reportShown(club: MemoryClub, report: KeptReport): Report {
  const { by, on, lines, decision, ...rest } = report;
  return copy({
    ...rest,
    by: club.cardOf(by),
    on: club.cardOf(on),
    lines: lines.map((line) => ({ ...line, by: club.cardOf(line.by) })),
    decision: decision && { ...decision, by: club.cardOf(decision.by) },
  });
}

/** As the port gives it, with everybody's name of now. */
export function sanctionShown(club: MemoryClub, sanction: KeptSanction): Sanction {
  const { report: _report, player, by, gameId = null, appeal, ...rest } = sanction;
  const answer = appeal?.answer && { ...appeal.answer, by: cardOrNull(club, appeal.answer.by) };
  return copy({
    ...{ ...rest, gameId, player: club.cardOf(player), by: cardOrNull(club, by) },
    appeal: appeal && { ...appeal, answer: answer ?? null },
  });
}

export function cardOrNull(club: MemoryClub, id: PlayerId | null): PlayerCard | null {
  return id === null ? null : club.cardOf(id);
}

/** After an account is deleted: what its owner wrote in reports and said in talks is gone, the report stays. */
export function withoutWordsOf(his: (id: PlayerId) => boolean, report: KeptReport): KeptReport {
  return {
    ...report,
    text: his(report.by) ? lostWords : report.text,
    lines: report.lines.map((line) =>
      his(line.by) ? { ...line, said: { text: lostWords } } : line,
    ),
  };
}
