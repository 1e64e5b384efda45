-- CreateTable
CREATE TABLE "FormerCategorySlug" (
    "slug" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerCategorySlug_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "FormerCategorySlug_categoryId_idx" ON "FormerCategorySlug"("categoryId");

-- AddForeignKey
ALTER TABLE "FormerCategorySlug" ADD CONSTRAINT "FormerCategorySlug_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;
