-- CreateIndex
CREATE INDEX "ingested_event_chunk_id_idx" ON "ingested_event" USING BRIN ("chunk_id");

-- What Prisma does not see. Looking back: one cell's past without its period (the last figure there was), and what ended
-- between two stamps. The history grows in the order of stamps, so that the second costs a few pages and no write.
CREATE INDEX progress_history_subject ON board.progress_history (zone, subject, region);
CREATE INDEX progress_history_ended ON board.progress_history USING brin (upper(valid)) WITH (pages_per_range = 16);
