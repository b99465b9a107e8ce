import type { GameId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { Actor } from '@trellis/justice';
import type { PrismaClient } from './generated/prisma/client.js';
import { holdRatings, ledgerPatience, rateAgainAfter } from './prisma-ledger.js';
import { writeAudit } from './prisma-sanctions.js';

/** `Justice.annul` in one transaction: the game, every rating after it, and the entry in the audit log. */
export function annulGame(
  prisma: PrismaClient,
  id: GameId,
  actor: Actor,
  reason: string,
): Promise<void> {
  return prisma.$transaction(async (transaction) => {
    await holdRatings(transaction);
    const game = await transaction.game.findUnique({
      where: { id },
      select: { game: true, ordinal: true, rated: true },
    });
    if (!game) throw new Refusal('not-found', 'The club knows no such game.');
    if (!game.rated) throw new Refusal('not-rated', 'This game has no rating to take back.');
    await transaction.game.update({
      where: { id },
      data: { rated: false, annulledAt: new Date(actor.at), annulledReason: reason },
    });
    await rateAgainAfter(transaction, game);
    await writeAudit(transaction, actor, { act: 'game-annulled', gameId: id, reason });
  }, ledgerPatience);
}
