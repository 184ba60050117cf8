-- CreateTable
CREATE TABLE "board"."verdict" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("zone","subject","region","period")
);

-- AlterTable
ALTER TABLE "message_attempt" ADD COLUMN     "starts" INTEGER NOT NULL DEFAULT 0;

-- What Prisma does not see.
CREATE TABLE board.verdict_history (LIKE board.verdict);
ALTER TABLE board.verdict_history
  DROP COLUMN valid_from,
  ADD COLUMN valid tstzrange NOT NULL,
  ADD CHECK (NOT isempty(valid)),
  ADD EXCLUDE USING gist (zone WITH =, subject WITH =, region WITH =, period WITH =, valid WITH &&);
GRANT SELECT ON board.verdict, board.verdict_history TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON board.verdict TO worker_app;
GRANT SELECT, INSERT ON board.verdict_history TO worker_app;

-- The past never changes: the worker adds to histories and alters nothing in them.
REVOKE UPDATE, DELETE ON board.fact_history, board.subject_history, board.item_history, board.duty_history,
  board.period_history, board.progress_history FROM worker_app;

ALTER TABLE board.progress
  ADD CHECK (period ~ '^20[0-4][0-9](H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  ADD CHECK (reports > 0 OR event_id IS NULL);
ALTER TABLE board.period
  ADD CHECK (period ~ '^20[0-4][0-9](H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  ADD CHECK (frequency IN ('month', 'quarter', 'half', 'year'));
ALTER TABLE board.duty
  ADD CHECK (kind IN ('target', 'project')),
  ADD CHECK (frequency IN ('month', 'quarter', 'half', 'year'));
ALTER TABLE public.message_attempt ADD CHECK (attempts >= 0), ADD CHECK (starts >= 0);
