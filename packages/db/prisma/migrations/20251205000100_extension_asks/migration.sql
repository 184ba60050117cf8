-- CreateTable
CREATE TABLE "extension_ask" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "subject" TEXT,
    "period" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_name" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "given" TEXT,
    "reply" TEXT,

    CONSTRAINT "extension_ask_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "extension_ask_zone_region_period_idx" ON "extension_ask"("zone", "region", "period");

-- What Prisma does not see: one open ask for the same, the states there are, and what may change of an ask.
CREATE UNIQUE INDEX extension_ask_open ON public.extension_ask (zone, body, region, period, subject) NULLS NOT DISTINCT
  WHERE state = 'open';
ALTER TABLE public.extension_ask ADD CHECK (state IN ('open', 'granted', 'declined', 'withdrawn'));
GRANT SELECT, INSERT, UPDATE (state, settled_by_name, settled_at, given, reply) ON public.extension_ask TO web_app;
