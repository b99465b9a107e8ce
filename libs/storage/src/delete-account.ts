import type { PlayerId } from '@trellis/facade';
import { deletedIssuer, programIssuer, type AccountMark } from '@trellis/players';
import type { Player, Prisma, PrismaClient } from './generated/prisma/client.js';

/** What a line says whose writer is gone. The line stays, because a room's lines are numbered without gaps. */
export const lostWords = '…';

/** `Players.delete` in one transaction. */
export function deleteAccount(
  prisma: PrismaClient,
  id: PlayerId,
  at: Date,
  markOf: AccountMark,
): Promise<readonly Player[]> {
  return prisma.$transaction(async (transaction) => {
    const accounts = await transaction.player.findMany({
      where: { OR: [{ id }, { issuer: programIssuer, subject: id }] },
    });
    if (!accounts.some((each) => each.id === id))
      throw new Error(`The club knows no player ${id}.`);
    const ids = accounts.map((each) => each.id);
    await forgetWhatWasHisAlone(transaction, ids);
    for (const each of accounts) {
      if (each.deletedAt) continue;
      await keepBan(transaction, each, at, markOf);
      await makeNeutral(transaction, each, at);
    }
    return transaction.player.findMany({ where: { id: { in: ids } } });
  });
}

async function forgetWhatWasHisAlone(
  transaction: Prisma.TransactionClient,
  ids: readonly PlayerId[],
): Promise<void> {
  const his = { in: [...ids] };
  await transaction.accessToken.deleteMany({ where: { ownerId: his } });
  await transaction.bond.deleteMany({ where: { OR: [{ playerId: his }, { otherId: his }] } });
  await transaction.letter.deleteMany({ where: { OR: [{ fromId: his }, { toId: his }] } });
  await transaction.draft.deleteMany({ where: { authorId: his } });
  await transaction.subscription.deleteMany({ where: { playerId: his } });
  await transaction.noticeWishes.deleteMany({ where: { playerId: his } });
  await transaction.pushDevice.deleteMany({ where: { playerId: his } });
  await transaction.chatLine.updateMany({
    where: { playerId: his },
    data: { text: lostWords, phrase: null },
  });
  await forgetInCases(transaction, ids);
}

/** What he told arbiters and what was decided of him goes; the audit log, which has no names, stays as it is. */
async function forgetInCases(
  transaction: Prisma.TransactionClient,
  ids: readonly PlayerId[],
): Promise<void> {
  const his = { in: [...ids] };
  await transaction.feedback.deleteMany({ where: { toId: his } });
  await transaction.sanction.deleteMany({ where: { playerId: his } });
  await transaction.report.updateMany({ where: { byId: his }, data: { text: lostWords } });
  const lost = JSON.stringify({ text: lostWords });
  await transaction.$executeRaw`
    UPDATE report SET lines = (
        SELECT jsonb_agg(CASE WHEN line->>'by' = ANY (${ids})
            THEN jsonb_set(line, '{said}', ${lost}::jsonb) ELSE line END ORDER BY place)
          FROM jsonb_array_elements(lines) WITH ORDINALITY AS each (line, place))
      WHERE EXISTS (
        SELECT 1 FROM jsonb_array_elements(lines) AS line WHERE line->>'by' = ANY (${ids}))`;
}

/** Deleting the account is no way around a ban. Those that are over are forgotten on the occasion. */
async function keepBan(
  transaction: Prisma.TransactionClient,
  { issuer, subject, banUntil, banReason }: Player,
  at: Date,
  markOf: AccountMark,
): Promise<void> {
  await transaction.lastingBan.deleteMany({ where: { until: { lte: at } } });
  if (!banUntil || banUntil <= at) return;
  const ban = { until: banUntil, reason: banReason ?? '' };
  const mark = markOf({ issuer, subject });
  await transaction.lastingBan.upsert({ where: { mark }, create: { mark, ...ban }, update: ban });
}

async function makeNeutral(
  transaction: Prisma.TransactionClient,
  { id, issuer, subject, sessionsSince }: Player,
  at: Date,
): Promise<void> {
  const account = issuer === programIssuer ? { issuer, subject } : neutralAccount(id);
  await transaction.player.update({
    where: { id },
    data: {
      ...account,
      ...{ firstName: '', lastName: '', hidesLastName: false, hidesPresence: false },
      arbiter: false,
      ...{ banUntil: null, banReason: null },
      sessionsSince: at > sessionsSince ? at : sessionsSince,
      deletedAt: at,
    },
  });
  // By the clock of the database, as `decidedWithin` reads it.
  await transaction.$executeRaw`UPDATE player SET decided_at = now() WHERE id = ${id}`;
}

const neutralAccount = (id: PlayerId) => ({ issuer: deletedIssuer, subject: id });
