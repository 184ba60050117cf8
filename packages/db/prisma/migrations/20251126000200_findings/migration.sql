-- AlterTable
ALTER TABLE "board"."progress" ADD COLUMN     "findings" JSONB;

-- What Prisma does not see.
ALTER TABLE board.progress_history ADD COLUMN findings jsonb;
ALTER TABLE board.progress
  ADD CHECK (jsonb_typeof(findings) = 'array'),
  ADD CHECK (findings IS NULL OR event_id IS NOT NULL);

-- What is objected to is rare, and each region is told on its office's page.
CREATE INDEX progress_objected ON board.progress (zone, region) WHERE objections <> '{}';
