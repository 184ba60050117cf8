-- Not seen by Prisma. Which subjects a region ever said a problem of: found for the few that changed between two moments (ADR 49).
CREATE INDEX ingested_event_matter ON public.ingested_event (subject, region)
  WHERE period IS NOT NULL AND (data->'content'->>'problems' <> '' OR jsonb_array_length(coalesce(data->'content'->'matters', '[]')) > 0);
