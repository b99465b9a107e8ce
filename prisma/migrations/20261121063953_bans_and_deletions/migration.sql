-- AlterTable
ALTER TABLE "player" ADD COLUMN     "ban_reason" TEXT,
ADD COLUMN     "ban_until" TIMESTAMPTZ(3),
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "player_ban_until_idx" ON "player"("ban_until");

-- CreateIndex
CREATE INDEX "player_decided_at_idx" ON "player"("decided_at");
