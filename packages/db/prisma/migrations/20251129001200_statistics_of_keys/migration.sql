-- While a board fills, the planner needs to know how many rows there are and how keys are spread, and nothing else: of
-- 48,000 reports a fifth of the worker's time in PostgreSQL went into sampling and sorting all columns, seven times. What
-- readers want to know of the others autovacuum's own ANALYZE says, which this one does not put off.
CREATE OR REPLACE FUNCTION public.refresh_statistics(board text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET default_statistics_target = 10 AS $$
DECLARE
  keys text;
BEGIN
  IF board NOT IN ('board', 'board_next') THEN
    RAISE EXCEPTION 'no board is called %', board;
  END IF;
  IF NOT pg_try_advisory_xact_lock(5104007) THEN
    RETURN;
  END IF;
  FOREACH keys IN ARRAY ARRAY[
    'progress (zone, subject, region, period)', 'subject (zone, code)', 'item (zone, subject, region, year)',
    'duty (zone, subject, region, year)', 'period (zone, period)', 'verdict (zone, subject, region, period)'] LOOP
    EXECUTE format('ANALYZE %I.%s', board, keys);
  END LOOP;
  ANALYZE public.ingested_event (topic, event_id, partition, "offset", subject);
END $$;
