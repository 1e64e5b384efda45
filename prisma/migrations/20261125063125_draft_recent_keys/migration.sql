-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Draft" (
    "translationId" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "baseRevisionId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "saveKey" TEXT,
    "recentKeys" TEXT NOT NULL DEFAULT '',
    "savedById" TEXT,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Draft_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Draft" ("baseRevisionId", "saveKey", "savedAt", "savedById", "source", "summary", "title", "translationId", "version") SELECT "baseRevisionId", "saveKey", "savedAt", "savedById", "source", "summary", "title", "translationId", "version" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
