-- Nobody searches inside these either: while a backlog was worked off, autovacuum's ANALYZE, which sorts a sample of each
-- column, took a seventh of PostgreSQL's time.
ALTER TABLE board.progress_history ALTER report_state SET STATISTICS 0, ALTER verdict_state SET STATISTICS 0, ALTER findings SET STATISTICS 0;
ALTER TABLE board.figures ALTER said SET STATISTICS 0;
ALTER TABLE status ALTER detail SET STATISTICS 0, ALTER sentence SET STATISTICS 0, ALTER digest SET STATISTICS 0;
ALTER TABLE status_history ALTER detail SET STATISTICS 0, ALTER sentence SET STATISTICS 0, ALTER digest SET STATISTICS 0;
