-- CreateTable
CREATE TABLE "worker_state" (
    "worker" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "state" JSONB NOT NULL,

    CONSTRAINT "worker_state_pkey" PRIMARY KEY ("worker","part")
);

-- The board says truthfully how far the stream is without talking to Kafka: each worker writes what it knows of itself.
GRANT SELECT ON public.worker_state TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.worker_state TO worker_app;

-- The web compares the migrations it was built for with those that were applied, before it says that it is ready.
DO $books$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON public._prisma_migrations TO web_app;
  END IF;
END
$books$;
