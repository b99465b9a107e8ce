import type { Player } from '@trellis/players';
import type { Player as PlayerRow } from './generated/prisma/client.js';

export function playerFrom(row: PlayerRow): Player {
  return {
    ...row,
    memberSince: row.memberSince.getTime(),
    lastSeen: row.lastSeen.getTime(),
    sessionsSince: row.sessionsSince.getTime(),
  };
}
