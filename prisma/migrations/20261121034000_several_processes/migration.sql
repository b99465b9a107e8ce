-- Each process says for itself that it is alive.
ALTER TABLE "heartbeat" ADD COLUMN "node" TEXT;
UPDATE "heartbeat" SET "node" = 'sole';
ALTER TABLE "heartbeat" DROP CONSTRAINT "heartbeat_pkey";
ALTER TABLE "heartbeat" DROP COLUMN "id";
ALTER TABLE "heartbeat" ALTER COLUMN "node" SET NOT NULL;
ALTER TABLE "heartbeat" ADD CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("node");

-- CreateTable
CREATE TABLE "hall_number" (
    "game" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "table_id" TEXT NOT NULL,

    CONSTRAINT "hall_number_pkey" PRIMARY KEY ("game","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "hall_number_table_id_key" ON "hall_number"("table_id");

INSERT INTO "hall_number" ("game", "number", "table_id")
  SELECT "body"->>'game', ("body"->>'number')::int, "table_id" FROM "journal_entry"
    WHERE "body"->>'kind' IN ('set', 'finished') AND "body"->>'number' IS NOT NULL
  ON CONFLICT DO NOTHING;
