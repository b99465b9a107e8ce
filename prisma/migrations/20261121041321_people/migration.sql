-- AlterTable
ALTER TABLE "player" ADD COLUMN     "hides_presence" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "bond" (
    "player_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bond_pkey" PRIMARY KEY ("player_id","other_id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,
    "phrase" TEXT,
    "invitation" JSONB,
    "seen" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bond_kind_idx" ON "bond"("kind");

-- CreateIndex
CREATE INDEX "letter_from_id_to_id_at_idx" ON "letter"("from_id", "to_id", "at");

-- CreateIndex
CREATE INDEX "letter_to_id_from_id_at_idx" ON "letter"("to_id", "from_id", "at");

-- CreateIndex
CREATE INDEX "letter_to_id_seen_idx" ON "letter"("to_id", "seen");

-- AddForeignKey
ALTER TABLE "bond" ADD CONSTRAINT "bond_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bond" ADD CONSTRAINT "bond_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
