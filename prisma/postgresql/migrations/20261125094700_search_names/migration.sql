-- Everything here is derived: the index is made anew, by the server after it has started (completeIndex of lib/posts).
DROP TABLE "search_index";
DELETE FROM "SearchEntry";

-- AlterTable
ALTER TABLE "SearchEntry" ADD COLUMN     "authors" TEXT NOT NULL,
ADD COLUMN     "categoryId" TEXT,
ADD COLUMN     "language" TEXT NOT NULL,
ADD COLUMN     "listedAt" TIMESTAMP(3) NOT NULL,
ADD COLUMN     "postId" TEXT NOT NULL,
ADD COLUMN     "year" INTEGER NOT NULL;

-- CreateTable
CREATE TABLE "SearchText" (
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "SearchName" (
    "number" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "SearchName_ownerId_idx" ON "SearchName"("ownerId");

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_number_fkey" FOREIGN KEY ("number") REFERENCES "SearchEntry"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which terms a text has, and no more: results are ranked by the texts themselves. Each column holds the terms of the one
-- before it and some more: `head` names and headings, `strong` what the body has several times, `document` everything.
-- Without fast updates, since every search would look through what is pending.
CREATE TABLE "search_index" (
    "entry" INTEGER NOT NULL PRIMARY KEY REFERENCES "SearchEntry"("number") ON DELETE CASCADE ON UPDATE CASCADE,
    "title" tsvector NOT NULL,
    "head" tsvector NOT NULL,
    "strong" tsvector NOT NULL,
    "document" tsvector NOT NULL
);
CREATE INDEX "search_index_terms_idx" ON "search_index"
    USING GIN ("title", "head", "strong", "document") WITH (fastupdate = off);
