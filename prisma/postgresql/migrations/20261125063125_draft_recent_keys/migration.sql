-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "recentKeys" TEXT NOT NULL DEFAULT '';
