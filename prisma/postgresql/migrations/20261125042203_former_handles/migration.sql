-- CreateTable
CREATE TABLE "FormerHandle" (
    "handle" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerHandle_pkey" PRIMARY KEY ("handle")
);

-- CreateIndex
CREATE INDEX "FormerHandle_memberId_idx" ON "FormerHandle"("memberId");

-- AddForeignKey
ALTER TABLE "FormerHandle" ADD CONSTRAINT "FormerHandle_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
