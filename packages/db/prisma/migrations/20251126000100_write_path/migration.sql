-- The write path pays for every index on every event: what nobody asks for goes, and a correction changes no indexed
-- column, so that PostgreSQL can keep it in the row's own page (HOT) without touching an index.

-- DropIndex
DROP INDEX "ingested_event_event_id_idx";

-- DropIndex
DROP INDEX "board"."progress_zone_period_region_state_idx";

-- CreateIndex
CREATE INDEX "progress_zone_period_region_idx" ON "board"."progress"("zone", "period", "region");

-- What Prisma does not see. Room in every page for a row's next version.
ALTER TABLE board.progress SET (fillfactor = 60);

-- One index on the history instead of two: a cell's states in order, and a board's period as of a moment, both by it.
DROP INDEX board.progress_history_key;
DROP INDEX board.progress_history_valid;
CREATE UNIQUE INDEX progress_history_key ON board.progress_history (zone, period, subject, region, lower(valid));
