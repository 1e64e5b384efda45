-- CreateTable
CREATE TABLE "FormerCategorySlug" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "categoryId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FormerCategorySlug_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FormerCategorySlug_categoryId_idx" ON "FormerCategorySlug"("categoryId");
