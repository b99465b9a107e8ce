-- AlterTable
ALTER TABLE "game" ADD COLUMN     "fairness" JSONB;

-- CreateTable
CREATE TABLE "counted_deals" (
    "id" INTEGER NOT NULL,
    "through" BIGINT NOT NULL,
    "deals" JSONB NOT NULL,

    CONSTRAINT "counted_deals_pkey" PRIMARY KEY ("id")
);
