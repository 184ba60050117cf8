-- CreateTable
CREATE TABLE "board"."library" (
    "zone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "merged_into" TEXT,
    "rung" TEXT,
    "state" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "library_pkey" PRIMARY KEY ("zone","code")
);

-- What Prisma does not see.
CREATE TABLE board.library_history (LIKE board.library);
ALTER TABLE board.library_history
  DROP COLUMN valid_from,
  ADD COLUMN valid tstzrange NOT NULL,
  ADD CHECK (NOT isempty(valid)),
  ADD EXCLUDE USING gist (zone WITH =, code WITH =, valid WITH &&);
GRANT SELECT ON board.library, board.library_history TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON board.library TO worker_app;
GRANT SELECT, INSERT ON board.library_history TO worker_app;
ALTER TABLE board.library
  ADD CHECK (rung IN ('reserve', 'preliminary', 'to-start', 'under-construction', 'completed')),
  ADD CHECK (merged_into <> code);

-- What the web said of projects and the worker has not folded yet is part of what the next person's deed is judged by.
CREATE INDEX outbox_library ON public.outbox (topic, id)
  WHERE (headers->>'ce_type') IN ('lianxi.project.merged.v1', 'lianxi.project.separated.v1', 'lianxi.project.kept-apart.v1', 'lianxi.project.advanced.v1', 'lianxi.project.step-recorded.v1', 'lianxi.project.gate-recorded.v1', 'lianxi.project.scheduled.v1');
