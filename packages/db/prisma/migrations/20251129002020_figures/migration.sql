-- The figures a report is compared with, one row a series: looked for in the cells they took half of the worker's time
-- in PostgreSQL once a subject had been reported on for five years, and more with every quarter.
-- CreateTable
CREATE TABLE "board"."figures" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "said" TEXT NOT NULL,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("zone","subject","region","kind")
);

-- What Prisma does not see. Each report writes its series' row anew, in its page.
ALTER TABLE board.figures SET (fillfactor = 50);
ALTER TABLE board.figures ADD CHECK (kind IN ('target', 'project'));
GRANT SELECT, INSERT, UPDATE ON board.figures TO worker_app;

-- What was said until now, in the words in which the worker writes it.
INSERT INTO board.figures (zone, subject, region, kind, said)
SELECT zone, subject, region, kind, '[' || string_agg(said, ',' ORDER BY period COLLATE "C") || ']'
FROM (
  SELECT p.zone, p.subject, p.region, p.period, k.kind,
    '[' || to_jsonb(p.period)::text || ','
      || CASE k.kind WHEN 'target' THEN coalesce((r->'value')::text, 'null')
         ELSE concat_ws(',', coalesce((r->'stage')::text, 'null'), coalesce((r->'investedYearWan')::text, 'null'),
           coalesce((r->'investedTotalWan')::text, 'null'), coalesce((r->'progressPercent')::text, 'null')) END || ']' AS said
  FROM board.progress p
  CROSS JOIN LATERAL (VALUES ('target'), ('project')) AS k (kind)
  CROSS JOIN LATERAL (SELECT p.report_state -> k.kind -> 'current') AS s (r)
  WHERE r IS NOT NULL) s
GROUP BY zone, subject, region, kind;

-- A worker of the build before would go on without writing them. Each of its transactions draws its number from the
-- sequence under the old name: it fails there as in an outage, waits and parks nothing, until it is replaced.
ALTER SEQUENCE public.chunk_id_seq RENAME TO chunk_number;
