-- CreateTable
CREATE TABLE "thread" (
    "id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "last_author_id" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "excerpt" TEXT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reply_to" INTEGER,
    "edited_at" TIMESTAMPTZ(3),
    "removed" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earlier_post" (
    "post_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "html" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earlier_post_pkey" PRIMARY KEY ("post_id","version")
);

-- CreateTable
CREATE TABLE "subscription" (
    "player_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("player_id","thread_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("author_id","id")
);

-- CreateIndex
CREATE INDEX "thread_place_section_last_at_idx" ON "thread"("place", "section", "last_at");

-- CreateIndex
CREATE INDEX "thread_last_at_idx" ON "thread"("last_at");

-- CreateIndex
CREATE INDEX "thread_author_id_started_at_idx" ON "thread"("author_id", "started_at");

-- CreateIndex
CREATE INDEX "post_author_id_at_idx" ON "post"("author_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "post_thread_id_number_key" ON "post"("thread_id", "number");

-- CreateIndex
CREATE INDEX "subscription_thread_id_idx" ON "subscription"("thread_id");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_last_author_id_fkey" FOREIGN KEY ("last_author_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earlier_post" ADD CONSTRAINT "earlier_post_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_player_id_fkey" FOREIGN KEY ("player_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "player"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Full-text search in the club's three languages. libs/storage/src/forum-search.ts asks with the same expression.
CREATE INDEX "post_words_idx" ON "post" USING GIN ((to_tsvector('english'::regconfig, words) || to_tsvector('russian'::regconfig, words) || to_tsvector('spanish'::regconfig, words)));
