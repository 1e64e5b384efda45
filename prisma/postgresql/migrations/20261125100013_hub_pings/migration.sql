-- CreateTable
CREATE TABLE "HubPing" (
    "topic" TEXT NOT NULL,
    "dueSince" TIMESTAMP(3),
    "triedAt" TIMESTAMP(3),
    "failure" TEXT,

    CONSTRAINT "HubPing_pkey" PRIMARY KEY ("topic")
);

-- CreateTable
CREATE TABLE "HubWatch" (
    "id" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HubWatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HubPing_dueSince_idx" ON "HubPing"("dueSince");

-- CreateIndex
CREATE INDEX "HubPing_triedAt_idx" ON "HubPing"("triedAt");
