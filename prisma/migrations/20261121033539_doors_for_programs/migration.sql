-- CreateTable
CREATE TABLE "access_token" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paint_result" (
    "round_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "player_id" TEXT,
    "symbol" TEXT NOT NULL,
    "cells" INTEGER NOT NULL,
    "painters" INTEGER NOT NULL,

    CONSTRAINT "paint_result_pkey" PRIMARY KEY ("round_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE INDEX "access_token_owner_id_idx" ON "access_token"("owner_id");

-- CreateIndex
CREATE INDEX "access_token_program_id_idx" ON "access_token"("program_id");

-- CreateIndex
CREATE INDEX "paint_result_cells_idx" ON "paint_result"("cells" DESC);

-- CreateIndex
CREATE INDEX "paint_result_player_id_idx" ON "paint_result"("player_id");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paint_result" ADD CONSTRAINT "paint_result_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;
