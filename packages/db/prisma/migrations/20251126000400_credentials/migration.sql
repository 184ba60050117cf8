-- CreateTable
CREATE TABLE "public"."credential_command" (
    "id" BIGSERIAL NOT NULL,
    "region" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "requested_by" TEXT,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "reason" TEXT,
    "iterations" INTEGER,
    "salt" BYTEA,
    "salted_password" BYTEA,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "credential_command_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "credential_command_region_slot_id_idx" ON "public"."credential_command"("region", "slot", "id");

-- Who has the salted password can sign in: it is there exactly from the request until the broker has it.
ALTER TABLE public.credential_command
  ADD CHECK (slot IN ('a', 'b')),
  ADD CHECK (kind IN ('issue', 'revoke')),
  ADD CHECK (failure IS NULL OR finished_at IS NOT NULL),
  ADD CHECK (num_nonnulls(iterations, salt, salted_password)
    = CASE WHEN kind = 'issue' AND finished_at IS NULL THEN 3 ELSE 0 END);
CREATE INDEX credential_command_pending ON public.credential_command (id) WHERE finished_at IS NULL;

CREATE FUNCTION public.notify_credential_command() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM pg_notify('credential_command', ''); RETURN NULL; END $$;
CREATE TRIGGER credential_command_inserted AFTER INSERT ON public.credential_command
  FOR EACH STATEMENT EXECUTE FUNCTION public.notify_credential_command();

-- The web asks and sees what became of it; it never reads a verifier back, not even one it wrote.
GRANT INSERT ON public.credential_command TO web_app;
GRANT SELECT (id, region, slot, kind, requested_by, requested_by_name, requested_at, reason, finished_at, failure)
  ON public.credential_command TO web_app;
GRANT SELECT, UPDATE ON public.credential_command TO worker_app;
GRANT USAGE ON SEQUENCE public.credential_command_id_seq TO web_app;
