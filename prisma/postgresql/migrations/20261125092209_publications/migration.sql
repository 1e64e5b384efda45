-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "translationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Publication_translationId_at_id_idx" ON "Publication"("translationId", "at", "id");

-- CreateIndex
CREATE INDEX "Publication_revisionId_idx" ON "Publication"("revisionId");

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was published before is in the record of acts, and what is public and not in it beside its translation.
INSERT INTO "Publication" ("id", "translationId", "revisionId", "at")
SELECT e."id", r."translationId", r."id", e."at"
FROM "AuditEvent" e JOIN "Revision" r ON r."id" = e."detail" ->> 'revision'
WHERE e."action" IN ('translation.publish', 'translation.correct') AND r."translationId" = e."subjectId";

INSERT INTO "Publication" ("id", "translationId", "revisionId", "at")
SELECT t."id", t."id", t."publishedRevisionId", COALESCE(t."revisedAt", t."publishedAt")
FROM "Translation" t
WHERE t."publishedRevisionId" IS NOT NULL AND t."publishedAt" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p."revisionId" = t."publishedRevisionId");
