-- CreateTable
CREATE TABLE "year_list" (
    "zone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "region" TEXT,
    "year" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "calendar" JSONB NOT NULL,
    "wholes" JSONB NOT NULL,
    "adopted_basis" TEXT,
    "adopted_on" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "year_list_pkey" PRIMARY KEY ("zone","code")
);

-- CreateTable
CREATE TABLE "year_list_item" (
    "zone" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "region" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "answer" TEXT NOT NULL,
    "said" JSONB,
    "reply" JSONB,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "year_list_item_pkey" PRIMARY KEY ("zone","list","code")
);

-- CreateTable
CREATE TABLE "year_list_step" (
    "id" BIGSERIAL NOT NULL,
    "zone" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "item" TEXT,
    "type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "year_list_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "year_list_zone_year_idx" ON "year_list"("zone", "year");

-- CreateIndex
CREATE UNIQUE INDEX "year_list_item_zone_list_subject_region_key" ON "year_list_item"("zone", "list", "subject", "region");

-- CreateIndex
CREATE INDEX "year_list_step_zone_list_item_idx" ON "year_list_step"("zone", "list", "item");

-- AddForeignKey
ALTER TABLE "year_list_item" ADD CONSTRAINT "year_list_item_zone_list_fkey" FOREIGN KEY ("zone", "list") REFERENCES "year_list"("zone", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_list_step" ADD CONSTRAINT "year_list_step_zone_list_fkey" FOREIGN KEY ("zone", "list") REFERENCES "year_list"("zone", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma does not see.
ALTER TABLE public.year_list
  ADD CHECK (phase IN ('draft', 'consulting', 'adopted')),
  ADD CHECK ((phase = 'adopted') = (adopted_basis IS NOT NULL AND adopted_on IS NOT NULL));
ALTER TABLE public.year_list_item ADD CHECK (answer IN ('open', 'accepted', 'objected', 'asked', 'settled'));
GRANT SELECT, INSERT, UPDATE ON public.year_list TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.year_list_item TO web_app;
GRANT SELECT, INSERT ON public.year_list_step TO web_app;
GRANT USAGE ON SEQUENCE public.year_list_step_id_seq TO web_app;
