-- AlterTable
ALTER TABLE "game" ADD COLUMN     "tallies" JSONB;
