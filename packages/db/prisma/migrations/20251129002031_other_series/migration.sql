-- Not seen by Prisma. By which the judge finds what is compared with another series, and whose reports that series is (ADR 35).
CREATE INDEX subject_relative ON board.subject (zone) WHERE kind = 'target' AND doc->'relativeTo' IS NOT NULL;
CREATE INDEX subject_indicator ON board.subject (zone, (doc->>'indicator')) WHERE kind = 'target';
