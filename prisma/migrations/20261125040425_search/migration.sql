-- CreateTable
CREATE TABLE "SearchEntry" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "translationId" TEXT NOT NULL,
    CONSTRAINT "SearchEntry_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL PRIMARY KEY
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_translationId_key" ON "SearchEntry"("translationId");

-- The index itself: full-text tables are nothing that Prisma's schema can describe. Terms come ready from the analyser
-- (lib/search); the tokenizer only has to leave them alone.
CREATE VIRTUAL TABLE "search_index" USING fts5(
    "title", "headings", "names", "body",
    tokenize = "unicode61 remove_diacritics 0 tokenchars '+#'",
    content = '', contentless_delete = 1, prefix = '1'
);
