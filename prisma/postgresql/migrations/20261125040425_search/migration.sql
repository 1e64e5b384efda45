-- CreateTable
CREATE TABLE "SearchEntry" (
    "number" SERIAL NOT NULL,
    "translationId" TEXT NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_translationId_key" ON "SearchEntry"("translationId");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The index itself: full-text columns are nothing that Prisma's schema can describe. Terms come ready from the analyser
-- (lib/search), with their weights.
CREATE TABLE "search_index" (
    "entry" INTEGER NOT NULL PRIMARY KEY REFERENCES "SearchEntry"("number") ON DELETE CASCADE ON UPDATE CASCADE,
    "document" tsvector NOT NULL
);
CREATE INDEX "search_index_document_idx" ON "search_index" USING GIN ("document");
