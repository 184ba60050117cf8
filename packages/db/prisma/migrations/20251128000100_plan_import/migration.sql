-- CreateTable
CREATE TABLE "plan_import" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "owner" TEXT,
    "file_name" TEXT NOT NULL,
    "sheets" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" TEXT,
    "events" UUID[],

    CONSTRAINT "plan_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_import_zone_created_at_idx" ON "plan_import"("zone", "created_at");

-- What Prisma does not see.
ALTER TABLE public.plan_import ADD CHECK ((applied_at IS NULL) = (applied_by IS NULL));
GRANT SELECT, INSERT, UPDATE ON public.plan_import TO web_app;
