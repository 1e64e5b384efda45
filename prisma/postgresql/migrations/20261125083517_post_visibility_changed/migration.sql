-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "visibilityChangedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Post_visibilityChangedAt_idx" ON "Post"("visibilityChangedAt");
