import type { Player } from '@trellis/players';
import type { Player as PlayerRow } from './generated/prisma/client.js';

export function playerFrom(row: PlayerRow): Player {
  const { banUntil, banReason, deletedAt, decidedAt: _decidedAt, ...rest } = row;
  return {
    ...rest,
    memberSince: row.memberSince.getTime(),
    lastSeen: row.lastSeen.getTime(),
    sessionsSince: row.sessionsSince.getTime(),
    ban: banUntil && { until: banUntil.getTime(), reason: banReason ?? '' },
    deletedAt: deletedAt?.getTime() ?? null,
  };
}
