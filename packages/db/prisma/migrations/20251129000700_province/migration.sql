-- Indexes by which a board of a province's size is read (ADR 39).
-- A year's items in the order in which its lists are made, read from the index alone.
CREATE INDEX item_of_year ON board.item (zone, year, kind, subject, region, position, code, list, attribute);
-- Not seen by Prisma. Reports that say themselves that there is a problem, a few of a hundred: found for a period, not looked for in all.
CREATE INDEX ingested_event_problem ON public.ingested_event (period, region) INCLUDE (topic, event_id)
  WHERE period IS NOT NULL AND (data->'content'->>'problems' <> '' OR jsonb_array_length(coalesce(data->'content'->'matters', '[]')) > 0);
-- Which cells a period has, read from the index alone; none of these columns ever changes, so updates stay in their page.
DROP INDEX board.progress_zone_period_region_idx;
CREATE INDEX progress_zone_period_region_idx ON board.progress (zone, period, region, subject, kind);
