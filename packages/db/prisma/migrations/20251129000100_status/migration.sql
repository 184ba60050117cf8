-- CreateTable
CREATE TABLE "status" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "frequency" TEXT NOT NULL,
    "attribute" TEXT,
    "status" TEXT NOT NULL,
    "computed" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "rule_set" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "override" JSONB,
    "event_id" UUID,
    "digest" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "status_pkey" PRIMARY KEY ("zone","subject","region","period")
);

-- CreateTable
CREATE TABLE "judge" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "judged_to" TIMESTAMPTZ(6),
    "resolver" INTEGER NOT NULL DEFAULT 0,
    "board" BIGINT,

    CONSTRAINT "judge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "stamp" TIMESTAMPTZ(6) NOT NULL,
    "subjects" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("stamp")
);

-- CreateTable
CREATE TABLE "judge_queue" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "n" BIGSERIAL NOT NULL,
    "failed" TEXT,

    CONSTRAINT "judge_queue_pkey" PRIMARY KEY ("zone","subject")
);

-- CreateIndex
CREATE INDEX "status_zone_period_region_idx" ON "status"("zone", "period", "region");

-- CreateIndex
CREATE INDEX "judge_queue_n_idx" ON "judge_queue"("n");

-- What Prisma does not see. The tables lie in public, not in board: a rebuild makes the board again from its events, but
-- what was shown as a status, and when, was never an event.
CREATE TABLE public.status_history (LIKE public.status);
ALTER TABLE public.status_history
  DROP COLUMN valid_from,
  ADD COLUMN valid tstzrange NOT NULL,
  ADD CHECK (NOT isempty(valid));
CREATE UNIQUE INDEX status_history_key ON public.status_history (zone, period, subject, region, lower(valid));
CREATE INDEX status_history_subject ON public.status_history (zone, subject, region);
ALTER TABLE public.status
  ADD CHECK (kind IN ('target', 'project')),
  ADD CHECK (override IS NOT NULL OR status = computed),
  ADD CHECK (rule_set >= 0);
ALTER TABLE public.judge ADD CHECK (id = 1);
INSERT INTO public.judge (id) VALUES (1);

GRANT SELECT ON public.status, public.status_history, public.judge, public.judgement, public.judge_queue TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.status, public.judge_queue TO worker_app;
GRANT SELECT, INSERT ON public.status_history, public.judgement TO worker_app;
GRANT SELECT, UPDATE ON public.judge TO worker_app;
GRANT USAGE ON SEQUENCE public.judge_queue_n_seq TO worker_app;
