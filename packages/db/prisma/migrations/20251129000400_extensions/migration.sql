-- CreateTable
CREATE TABLE "board"."extension" (
    "zone" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "by" TEXT,
    "person" TEXT,
    "at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("zone","period","body","subject")
);

-- What Prisma does not see.
CREATE TABLE board.extension_history (LIKE board.extension);
ALTER TABLE board.extension_history
  DROP COLUMN valid_from,
  ADD COLUMN valid tstzrange NOT NULL,
  ADD CHECK (NOT isempty(valid)),
  ADD EXCLUDE USING gist (zone WITH =, period WITH =, body WITH =, subject WITH =, valid WITH &&);
GRANT SELECT ON board.extension, board.extension_history TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON board.extension TO worker_app;
GRANT SELECT, INSERT ON board.extension_history TO worker_app;
