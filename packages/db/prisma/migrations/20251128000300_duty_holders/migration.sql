-- AlterTable
ALTER TABLE "board"."duty" ADD COLUMN     "holders" JSONB;

-- What Prisma does not see: the past has the column too.
ALTER TABLE board.duty_history ADD COLUMN holders JSONB;
