-- What Prisma does not see: statuses that ended between two stamps, as the board's cells (ADR 31).
CREATE INDEX status_history_ended ON public.status_history USING brin (upper(valid)) WITH (pages_per_range = 16);
