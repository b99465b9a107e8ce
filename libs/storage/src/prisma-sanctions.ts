import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { isInForce, type Actor, type NewSanction } from '@trellis/justice';
import type { Prisma } from './generated/prisma/client.js';
import { sanctionFields, type SanctionRow } from './stored-justice.js';

type Transaction = Prisma.TransactionClient;

/** What an entry of the audit log says beside who did it and when. */
export type Audited = Omit<Prisma.AuditEntryUncheckedCreateInput, 'seq' | 'at' | 'origin' | 'byId'>;

export async function writeAudit(
  transaction: Transaction,
  { origin, by, at }: Actor,
  audited: Audited,
): Promise<void> {
  await transaction.auditEntry.create({
    data: { origin, byId: by, at: new Date(at), ...audited },
  });
}

/** The sanction with its entry in the audit log; the same id again changes nothing. */
export async function writeSanction(
  transaction: Transaction,
  sanction: NewSanction,
): Promise<SanctionRow> {
  const { id, player, kind, reason, at, until, origin, by, report, gameId } = sanction;
  await mustBePlayer(transaction, player);
  const known = await transaction.sanction.findUnique({ where: { id }, include: sanctionFields });
  if (known) return known;
  const row = await transaction.sanction.create({
    data: {
      ...{ id, playerId: player, kind, reason, origin, byId: by, reportId: report, gameId },
      ...{ at: new Date(at), until: new Date(until) },
    },
    include: sanctionFields,
  });
  await writeAudit(
    transaction,
    { origin, by, at },
    {
      ...{ act: 'sanctioned', playerId: player, gameId, about: id, kind, reason },
      until: new Date(until),
    },
  );
  await settle(transaction, sanction.player, kind, at);
  return row;
}

export async function liftSanction(
  transaction: Transaction,
  {
    id,
    playerId,
    kind,
    until,
    gameId,
  }: Pick<SanctionRow, 'id' | 'playerId' | 'kind' | 'until' | 'gameId'>,
  actor: Actor,
  reason: string,
): Promise<void> {
  const liftedAt = new Date(actor.at);
  await transaction.sanction.update({ where: { id }, data: { liftedAt } });
  await writeAudit(transaction, actor, {
    ...{ act: 'sanction-lifted', playerId, gameId, about: id, kind, until, reason },
  });
  await settle(transaction, playerId, kind, actor.at);
}

/** Whether it keeps somebody from something at this moment (ms). */
export const rowIsInForce = (
  { until, liftedAt }: Pick<SanctionRow, 'until' | 'liftedAt'>,
  now: number,
): boolean => isInForce({ until: until.getTime(), liftedAt: liftedAt?.getTime() ?? null }, now);

/**
 * Every running process looks for whom something was decided of (docs/decisions/0028-bans-and-deletions.md). His ban follows from
 * the exclusions that are in force, and from a ban that no exclusion made (the operator's, or one that outlasted an account):
 * the one that ends last.
 */
async function settle(
  transaction: Transaction,
  player: PlayerId,
  kind: string,
  at: number,
): Promise<void> {
  const now = new Date(at);
  await transaction.$executeRaw`UPDATE player SET decided_at = now() WHERE id = ${player}`;
  if (kind !== 'exclusion') return;
  await transaction.$executeRaw`
    UPDATE player SET (ban_until, ban_reason) = (
        SELECT until, reason FROM sanction
          WHERE player_id = ${player} AND kind = 'exclusion' AND lifted_at IS NULL AND until > ${now}
        UNION ALL
        SELECT ban_until, ban_reason FROM player AS banned
          WHERE id = ${player} AND ban_until > ${now} AND NOT EXISTS (
            SELECT 1 FROM sanction WHERE player_id = banned.id AND kind = 'exclusion'
              AND until = banned.ban_until AND reason = banned.ban_reason)
        ORDER BY until DESC LIMIT 1)
      WHERE id = ${player}`;
}

/** Holds the player until the transaction ends, so that what is decided of him comes one after the other. */
export async function mustBePlayer(transaction: Transaction, id: PlayerId): Promise<void> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM player WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`;
  if (rows.length === 0) throw new Refusal('no-such-player', 'The club knows no such player.');
}
