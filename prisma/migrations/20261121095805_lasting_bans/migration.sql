-- CreateTable
CREATE TABLE "lasting_ban" (
    "mark" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "lasting_ban_pkey" PRIMARY KEY ("mark")
);

-- CreateIndex
CREATE INDEX "lasting_ban_until_idx" ON "lasting_ban"("until");
