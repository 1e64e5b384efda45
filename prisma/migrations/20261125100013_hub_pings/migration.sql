-- CreateTable
CREATE TABLE "HubPing" (
    "topic" TEXT NOT NULL PRIMARY KEY,
    "dueSince" DATETIME,
    "triedAt" DATETIME,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "HubWatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seen" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "HubPing_dueSince_idx" ON "HubPing"("dueSince");

-- CreateIndex
CREATE INDEX "HubPing_triedAt_idx" ON "HubPing"("triedAt");
