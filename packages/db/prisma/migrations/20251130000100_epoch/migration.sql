-- Cells are derived before the board is taken; that holds while nothing but reports was written in between.
ALTER TABLE "public"."board_clock" ADD COLUMN     "epoch" BIGINT NOT NULL DEFAULT 0;
