-- Not seen by Prisma. One cell's past is found among its own rows: without the period in the index PostgreSQL took this
-- one for as good as the key and read the whole subject's past for each of a province's cells (ADR 39).
DROP INDEX board.progress_history_subject;
CREATE INDEX progress_history_subject ON board.progress_history (zone, subject, region, period);
DROP INDEX public.status_history_subject;
CREATE INDEX status_history_subject ON public.status_history (zone, subject, region, period);
