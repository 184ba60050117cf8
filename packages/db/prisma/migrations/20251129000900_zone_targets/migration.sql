-- What Prisma does not see: targets of a whole zone, and targets of one indicator, for the zone's figures.
CREATE INDEX subject_target_region ON board.subject (zone, (doc ->> 'region')) WHERE kind = 'target';
CREATE INDEX subject_target_indicator ON board.subject (zone, (doc ->> 'indicator')) WHERE kind = 'target';
