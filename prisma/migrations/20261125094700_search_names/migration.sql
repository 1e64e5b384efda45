-- Everything here is derived: the index is made anew, by the server after it has started (completeIndex of lib/posts).
DELETE FROM "SearchEntry";

-- CreateTable
CREATE TABLE "SearchText" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "SearchText_number_fkey" FOREIGN KEY ("number") REFERENCES "SearchEntry" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SearchName" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_SearchEntry" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "translationId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "categoryId" TEXT,
    "authors" TEXT NOT NULL,
    "listedAt" DATETIME NOT NULL,
    "year" INTEGER NOT NULL,
    CONSTRAINT "SearchEntry_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
DROP TABLE "SearchEntry";
ALTER TABLE "new_SearchEntry" RENAME TO "SearchEntry";
CREATE UNIQUE INDEX "SearchEntry_translationId_key" ON "SearchEntry"("translationId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "SearchName_ownerId_idx" ON "SearchName"("ownerId");

-- Which terms a text has in which field, and no more: results are ranked by the texts themselves. `strong` are terms that
-- the body has several times. Marks belong to the words of some scripts.
DROP TABLE "search_index";
CREATE VIRTUAL TABLE "search_index" USING fts5(
    "title", "names", "headings", "strong", "body",
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '+#'",
    content = '', contentless_delete = 1, detail = 'column'
);
