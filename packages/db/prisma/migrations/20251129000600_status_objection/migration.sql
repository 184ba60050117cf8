-- AlterTable
ALTER TABLE "status" ADD COLUMN "objection" JSONB;

-- What Prisma does not see: what was shown before keeps its objection too.
ALTER TABLE public.status_history ADD COLUMN objection jsonb;
