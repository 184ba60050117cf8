-- AlterTable
ALTER TABLE "board"."duty" ADD COLUMN     "served_by" TEXT;

-- What Prisma does not see: the past has the column too, and those that serve others are found by it.
ALTER TABLE board.duty_history ADD COLUMN served_by text;
CREATE INDEX duty_served_by ON board.duty (zone, region, year, served_by) WHERE served_by IS NOT NULL;
