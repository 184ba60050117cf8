-- A board that fills up within seconds has no statistics until autovacuum looks, a minute later; until then the planner
-- takes any index that begins with the zone for as good as the primary key, and every chunk costs more than the last.
-- Only an owner may ANALYZE, so the worker asks for it through this function. Two at once: one of them is enough.
CREATE FUNCTION public.refresh_statistics(board text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET default_statistics_target = 20 AS $$
DECLARE
  name text;
BEGIN
  IF board NOT IN ('board', 'board_next') THEN
    RAISE EXCEPTION 'no board is called %', board;
  END IF;
  IF NOT pg_try_advisory_xact_lock(5104007) THEN
    RETURN;
  END IF;
  FOREACH name IN ARRAY ARRAY['progress', 'subject', 'item', 'duty', 'period', 'verdict'] LOOP
    EXECUTE format('ANALYZE %I.%I', board, name);
  END LOOP;
  ANALYZE public.ingested_event;
END $$;
REVOKE ALL ON FUNCTION public.refresh_statistics(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.refresh_statistics(text) TO worker_app;

-- Nobody searches inside these; sampling them is most of an ANALYZE's time.
ALTER TABLE board.progress ALTER report_state SET STATISTICS 0, ALTER verdict_state SET STATISTICS 0, ALTER findings SET STATISTICS 0;
ALTER TABLE ingested_event ALTER data SET STATISTICS 0, ALTER sha256 SET STATISTICS 0;
