-- What Prisma does not see. A column that an index names only in its condition counts as indexed: because of
-- `WHERE state = 'waiting'` every first report, which makes a pending cell a reported one, left its page's chain and went
-- into all indexes anew. Whether a cell waits hardly ever changes.
ALTER TABLE board.progress ADD COLUMN waiting boolean NOT NULL GENERATED ALWAYS AS (state = 'waiting') STORED;
DROP INDEX board.progress_waiting;
CREATE INDEX progress_waiting ON board.progress (zone) WHERE waiting;
