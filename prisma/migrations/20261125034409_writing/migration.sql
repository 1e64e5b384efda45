-- AlterTable
ALTER TABLE "Draft" ADD COLUMN "saveKey" TEXT;

-- CreateTable
CREATE TABLE "Identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("provider", "subject"),
    CONSTRAINT "Identity_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "attempts" INTEGER NOT NULL,
    "resetsAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" DATETIME,
    "lastError" TEXT,
    "finishedAt" DATETIME,
    "failedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "memberId" TEXT,
    "issuerId" TEXT,
    "subject" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "Token_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Token_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Token" ("createdAt", "expiresAt", "hash", "id", "memberId", "purpose", "subject", "usedAt") SELECT "createdAt", "expiresAt", "hash", "id", "memberId", "purpose", "subject", "usedAt" FROM "Token";
DROP TABLE "Token";
ALTER TABLE "new_Token" RENAME TO "Token";
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");
CREATE INDEX "Token_purpose_expiresAt_idx" ON "Token"("purpose", "expiresAt");
CREATE INDEX "Token_memberId_idx" ON "Token"("memberId");
CREATE TABLE "new_Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL DEFAULT 'post',
    "categoryId" TEXT,
    "month" TEXT,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "originalLanguage" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "publishedAt" DATETIME,
    "listedAt" DATETIME,
    "macros" JSONB NOT NULL,
    "leadMediaId" TEXT,
    "createdById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "discardedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Post_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Post_leadMediaId_fkey" FOREIGN KEY ("leadMediaId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Post_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Post" ("categoryId", "createdAt", "guid", "id", "kind", "leadMediaId", "listedAt", "macros", "month", "originalLanguage", "path", "publishedAt", "slug", "updatedAt") SELECT "categoryId", "createdAt", "guid", "id", "kind", "leadMediaId", "listedAt", "macros", "month", "originalLanguage", "path", "publishedAt", "slug", "updatedAt" FROM "Post";
DROP TABLE "Post";
ALTER TABLE "new_Post" RENAME TO "Post";
CREATE UNIQUE INDEX "Post_path_key" ON "Post"("path");
CREATE UNIQUE INDEX "Post_guid_key" ON "Post"("guid");
CREATE INDEX "Post_kind_listedAt_id_idx" ON "Post"("kind", "listedAt", "id");
CREATE INDEX "Post_createdById_idx" ON "Post"("createdById");
CREATE INDEX "Post_categoryId_listedAt_id_idx" ON "Post"("categoryId", "listedAt", "id");
CREATE INDEX "Post_categoryId_month_listedAt_id_idx" ON "Post"("categoryId", "month", "listedAt", "id");
CREATE TABLE "new_Translation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "postId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "publishedRevisionId" TEXT,
    "publishedAt" DATETIME,
    "revisedAt" DATETIME,
    "scheduledFor" DATETIME,
    "scheduledRevisionId" TEXT,
    "reviewRequestedAt" DATETIME,
    "reviewRequestedById" TEXT,
    "reviewNote" TEXT,
    "inStepWithId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Translation_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Translation_publishedRevisionId_fkey" FOREIGN KEY ("publishedRevisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Translation_scheduledRevisionId_fkey" FOREIGN KEY ("scheduledRevisionId") REFERENCES "Revision" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Translation_reviewRequestedById_fkey" FOREIGN KEY ("reviewRequestedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Translation_inStepWithId_fkey" FOREIGN KEY ("inStepWithId") REFERENCES "Revision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Translation" ("createdAt", "id", "inStepWithId", "language", "postId", "publishedAt", "publishedRevisionId", "revisedAt", "scheduledFor", "state", "updatedAt", "version") SELECT "createdAt", "id", "inStepWithId", "language", "postId", "publishedAt", "publishedRevisionId", "revisedAt", "scheduledFor", "state", "updatedAt", "version" FROM "Translation";
DROP TABLE "Translation";
ALTER TABLE "new_Translation" RENAME TO "Translation";
CREATE UNIQUE INDEX "Translation_publishedRevisionId_key" ON "Translation"("publishedRevisionId");
CREATE INDEX "Translation_state_scheduledFor_idx" ON "Translation"("state", "scheduledFor");
CREATE INDEX "Translation_scheduledFor_idx" ON "Translation"("scheduledFor");
CREATE INDEX "Translation_reviewRequestedAt_idx" ON "Translation"("reviewRequestedAt");
CREATE UNIQUE INDEX "Translation_postId_language_key" ON "Translation"("postId", "language");
CREATE TABLE "new_Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "translationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "authorId" TEXT,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Revision_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Revision" ("authorId", "createdAt", "id", "number", "reason", "source", "summary", "title", "translationId") SELECT "authorId", "createdAt", "id", "number", "reason", "source", "summary", "title", "translationId" FROM "Revision";
DROP TABLE "Revision";
ALTER TABLE "new_Revision" RENAME TO "Revision";
CREATE UNIQUE INDEX "Revision_translationId_number_key" ON "Revision"("translationId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Identity_memberId_idx" ON "Identity"("memberId");

-- CreateIndex
CREATE INDEX "Throttle_resetsAt_idx" ON "Throttle"("resetsAt");

-- CreateIndex
CREATE INDEX "Job_finishedAt_runAt_idx" ON "Job"("finishedAt", "runAt");
