-- CreateTable
CREATE TABLE "player" (
    "id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "hides_last_name" BOOLEAN NOT NULL DEFAULT false,
    "member_since" TIMESTAMPTZ(3) NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,
    "sessions_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "player_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ended_session" (
    "id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "table_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("table_id","seq")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game" (
    "id" TEXT NOT NULL,
    "ordinal" BIGSERIAL NOT NULL,
    "game" TEXT NOT NULL,
    "table_number" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "conventions" JSONB NOT NULL,
    "rated" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "offender" INTEGER,
    "fine" DOUBLE PRECISION NOT NULL,
    "moves" INTEGER NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "game_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "game_seat" (
    "game_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "player_id" TEXT,
    "computer" TEXT,
    "place" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "game_seat_pkey" PRIMARY KEY ("game_id","seat")
);

-- CreateTable
CREATE TABLE "rating" (
    "player_id" TEXT NOT NULL,
    "game" TEXT NOT NULL,
    "mu" DOUBLE PRECISION NOT NULL,
    "sigma" DOUBLE PRECISION NOT NULL,
    "games" INTEGER NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("player_id","game")
);

-- CreateTable
CREATE TABLE "rating_change" (
    "game_id" TEXT NOT NULL,
    "player_id" TEXT NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "mu_before" DOUBLE PRECISION NOT NULL,
    "sigma_before" DOUBLE PRECISION NOT NULL,
    "mu_after" DOUBLE PRECISION NOT NULL,
    "sigma_after" DOUBLE PRECISION NOT NULL,
    "games_after" INTEGER NOT NULL,

    CONSTRAINT "rating_change_pkey" PRIMARY KEY ("game_id","player_id")
);

-- CreateTable
CREATE TABLE "chat_line" (
    "room" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "player_id" TEXT NOT NULL,
    "text" TEXT,
    "phrase" TEXT,

    CONSTRAINT "chat_line_pkey" PRIMARY KEY ("room","seq")
);

-- CreateIndex
CREATE INDEX "player_last_seen_idx" ON "player"("last_seen");

-- CreateIndex
CREATE UNIQUE INDEX "player_issuer_subject_key" ON "player"("issuer", "subject");

-- CreateIndex
CREATE INDEX "ended_session_until_idx" ON "ended_session"("until");

-- CreateIndex
CREATE UNIQUE INDEX "game_ordinal_key" ON "game"("ordinal");

-- CreateIndex
CREATE INDEX "game_seat_player_id_idx" ON "game_seat"("player_id");

-- CreateIndex
CREATE INDEX "rating_game_idx" ON "rating"("game");

-- CreateIndex
CREATE INDEX "rating_change_player_id_idx" ON "rating_change"("player_id");

-- CreateIndex
CREATE INDEX "rating_change_ordinal_idx" ON "rating_change"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "chat_line_room_player_id_id_key" ON "chat_line"("room", "player_id", "id");

-- AddForeignKey
ALTER TABLE "game_seat" ADD CONSTRAINT "game_seat_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "game"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "game_seat" ADD CONSTRAINT "game_seat_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_change" ADD CONSTRAINT "rating_change_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "game"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_change" ADD CONSTRAINT "rating_change_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_line" ADD CONSTRAINT "chat_line_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
