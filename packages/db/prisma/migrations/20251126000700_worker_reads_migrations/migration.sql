-- The worker compares the schema it finds with the one it was built for before it touches anything. The table is
-- Prisma's own: a shadow database, in which Prisma tries migrations, does not have it.
DO $grant$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON public._prisma_migrations TO worker_app;
  END IF;
END
$grant$;
