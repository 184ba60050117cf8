-- AlterTable
ALTER TABLE "public"."board_clock" ADD COLUMN     "events" BIGINT NOT NULL DEFAULT 0;

-- How many events are on the board stands beside its clock: summing the chunks on every page grew with history.
UPDATE public.board_clock SET events = (SELECT coalesce(sum(events), 0) FROM public.chunk);

-- What waits for its other half is rare, and asked for on every page.
CREATE INDEX progress_waiting ON board.progress (zone) WHERE state = 'waiting';
