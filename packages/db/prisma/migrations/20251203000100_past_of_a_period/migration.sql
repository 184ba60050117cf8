-- Not seen by Prisma. What stood at a moment is found in the index alone: of a period's history, several rows a cell, only
-- those are fetched that had begun and not ended then; before, each row was fetched and its range looked at (ADR 39). One
-- cell's past is found by the key, which also keeps two of its states from beginning with one stamp.
DROP INDEX board.progress_history_key;
DROP INDEX board.progress_history_subject;
CREATE UNIQUE INDEX progress_history_key ON board.progress_history (zone, subject, region, period, lower(valid));
CREATE INDEX progress_history_period ON board.progress_history (zone, period, region, subject, lower(valid), upper(valid));
DROP INDEX public.status_history_key;
DROP INDEX public.status_history_subject;
CREATE UNIQUE INDEX status_history_key ON public.status_history (zone, subject, region, period, lower(valid));
CREATE INDEX status_history_period ON public.status_history (zone, period, region, subject, lower(valid), upper(valid));
