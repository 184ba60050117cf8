-- AlterTable
ALTER TABLE "board"."extension" ADD COLUMN     "earlier" JSONB NOT NULL DEFAULT '[]';

-- What Prisma does not see.
ALTER TABLE board.extension_history ADD COLUMN earlier jsonb NOT NULL DEFAULT '[]';

-- What was given before, as its events said it: as a rebuilt board has it.
UPDATE board.extension x SET earlier = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('dueAt', g.due_at, 'reason', g.reason, 'by', g.by, 'person', g.person,
    'at', g.at) ORDER BY g.due), '[]')
  FROM (
    SELECT DISTINCT ON (e.due) e.due, e.due_at, e.at, e.data->>'reason' AS reason, e.source AS by,
      e.data->>'grantedBy' AS person
    FROM (
      SELECT i.*, (i.data->>'dueAt')::timestamptz AS due, to_char((i.data->>'dueAt')::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS due_at, to_char(i.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM ingested_event i
      WHERE i.topic = 'lianxi.' || x.zone || '.plan.v1' AND i.type = 'lianxi.duty.extended.v1'
        AND i.subject = coalesce(nullif(x.subject, ''), x.body) AND i.data->>'period' = x.period
        AND i.data->>'body' = x.body AND coalesce(i.data->>'subject', '') = x.subject) e
    WHERE e.due < x.due_at AND e.occurred_at <= x.at
    ORDER BY e.due, e."offset") g)
WHERE x.due_at IS NOT NULL;

UPDATE board.extension_history x SET earlier = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('dueAt', g.due_at, 'reason', g.reason, 'by', g.by, 'person', g.person,
    'at', g.at) ORDER BY g.due), '[]')
  FROM (
    SELECT DISTINCT ON (e.due) e.due, e.due_at, e.at, e.data->>'reason' AS reason, e.source AS by,
      e.data->>'grantedBy' AS person
    FROM (
      SELECT i.*, (i.data->>'dueAt')::timestamptz AS due, to_char((i.data->>'dueAt')::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS due_at, to_char(i.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM ingested_event i
      WHERE i.topic = 'lianxi.' || x.zone || '.plan.v1' AND i.type = 'lianxi.duty.extended.v1'
        AND i.subject = coalesce(nullif(x.subject, ''), x.body) AND i.data->>'period' = x.period
        AND i.data->>'body' = x.body AND coalesce(i.data->>'subject', '') = x.subject) e
    WHERE e.due < x.due_at AND e.occurred_at <= x.at
    ORDER BY e.due, e."offset") g)
WHERE x.due_at IS NOT NULL;

-- What was granted can be taken back: the ask says so.
ALTER TABLE public.extension_ask DROP CONSTRAINT extension_ask_state_check;
ALTER TABLE public.extension_ask ADD CHECK (state IN ('open', 'granted', 'declined', 'withdrawn', 'revoked'));
