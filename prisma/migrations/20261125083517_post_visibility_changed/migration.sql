-- AlterTable
ALTER TABLE "Post" ADD COLUMN "visibilityChangedAt" DATETIME;

-- CreateIndex
CREATE INDEX "Post_visibilityChangedAt_idx" ON "Post"("visibilityChangedAt");
