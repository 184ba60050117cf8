-- CreateTable
CREATE TABLE "report_sheet" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sheets" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_sheet_zone_region_period_created_at_idx" ON "report_sheet"("zone", "region", "period", "created_at");

-- What Prisma does not see: an upload is never changed.
GRANT SELECT, INSERT ON public.report_sheet TO web_app;
