-- AlterTable
ALTER TABLE "game" ADD COLUMN     "annulled_at" TIMESTAMPTZ(3),
ADD COLUMN     "annulled_reason" TEXT;

-- AlterTable
ALTER TABLE "player" ADD COLUMN     "arbiter" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "on_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "game_id" TEXT,
    "table_id" TEXT,
    "lines" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "upheld" BOOLEAN,
    "answer" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanction" (
    "id" TEXT NOT NULL,
    "player_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL,
    "by_id" TEXT,
    "report_id" TEXT,
    "game_id" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "appeal" TEXT,
    "appealed_at" TIMESTAMPTZ(3),
    "appeal_answer" TEXT,
    "appeal_ended_at" TIMESTAMPTZ(3),
    "appeal_by_id" TEXT,

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL,
    "by_id" TEXT,
    "act" TEXT NOT NULL,
    "player_id" TEXT,
    "game_id" TEXT,
    "about" TEXT,
    "kind" TEXT,
    "until" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "feedback" (
    "game_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "tags" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("game_id","from_id","to_id")
);

-- CreateIndex
CREATE INDEX "report_decided_at_at_idx" ON "report"("decided_at", "at");

-- CreateIndex
CREATE INDEX "report_by_id_at_idx" ON "report"("by_id", "at");

-- CreateIndex
CREATE INDEX "report_on_id_at_idx" ON "report"("on_id", "at");

-- CreateIndex
CREATE INDEX "sanction_player_id_until_idx" ON "sanction"("player_id", "until");

-- CreateIndex
CREATE INDEX "sanction_until_idx" ON "sanction"("until");

-- CreateIndex
CREATE INDEX "sanction_appealed_at_idx" ON "sanction"("appealed_at");

-- CreateIndex
CREATE INDEX "audit_entry_player_id_seq_idx" ON "audit_entry"("player_id", "seq");

-- CreateIndex
CREATE INDEX "feedback_to_id_idx" ON "feedback"("to_id");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_on_id_fkey" FOREIGN KEY ("on_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_appeal_by_id_fkey" FOREIGN KEY ("appeal_by_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "game"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was done in the club's name stays as it was written, whoever asks: also an operator with a console. Migrations are cut
-- at each semicolon, so those of the function are written as \x3B
CREATE FUNCTION "audit_entry_is_final"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''The audit log is append-only.''\x3B END';

CREATE TRIGGER "audit_entry_is_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_is_final"();
