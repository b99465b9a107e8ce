-- CreateTable
CREATE TABLE "notice_wishes" (
    "player_id" TEXT NOT NULL,
    "matrix" JSONB NOT NULL,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "notice_wishes_pkey" PRIMARY KEY ("player_id")
);

-- CreateTable
CREATE TABLE "push_device" (
    "id" TEXT NOT NULL,
    "player_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "session_since" TIMESTAMPTZ(3) NOT NULL,
    "session_until" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_device_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "push_device_player_id_at_idx" ON "push_device"("player_id", "at");

-- CreateIndex
CREATE INDEX "push_device_session_id_idx" ON "push_device"("session_id");

-- AddForeignKey
ALTER TABLE "notice_wishes" ADD CONSTRAINT "notice_wishes_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
