-- Parked messages become work: each is open until somebody or a newer build settles it, and what is asked for is a
-- command that the worker carries out, message by message.

-- AlterTable
ALTER TABLE "parked_message" ADD COLUMN     "last_tried_at" TIMESTAMPTZ(3),
ADD COLUMN     "note" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by" TEXT,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "parked_command" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "asked_by" TEXT,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "parked_command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parked_command_item" (
    "command_id" BIGINT NOT NULL,
    "object_id" BIGINT NOT NULL,
    "starts" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "detail" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "parked_command_item_pkey" PRIMARY KEY ("command_id","object_id")
);

-- CreateIndex
CREATE INDEX "parked_command_item_object_id_idx" ON "parked_command_item"("object_id");

-- AddForeignKey
ALTER TABLE "parked_command_item" ADD CONSTRAINT "parked_command_item_command_id_fkey" FOREIGN KEY ("command_id") REFERENCES "parked_command"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public.parked_message
  ADD CHECK (state IN ('open', 'applied', 'duplicate', 'discarded')),
  ADD CHECK ((state = 'open') = (settled_at IS NULL));
ALTER TABLE public.parked_command
  ADD CHECK (kind IN ('retry', 'discard', 'reopen', 'resend')),
  ADD CHECK (kind <> 'discard' OR reason <> '');
ALTER TABLE public.parked_command_item
  ADD CHECK ((outcome IS NULL) = (done_at IS NULL));
CREATE INDEX parked_message_open ON public.parked_message (region, reason) WHERE state = 'open';
CREATE INDEX parked_command_open ON public.parked_command (id) WHERE finished_at IS NULL;
CREATE INDEX parked_command_item_pending ON public.parked_command_item (command_id) WHERE outcome IS NULL;

-- Headers as pairs [name, value], in Kafka's order: a name may come twice, and no byte of a name is replaced.
UPDATE public.parked_message m SET headers = (
  SELECT coalesce(jsonb_agg(jsonb_build_array(h.key, one.value)), '[]')
  FROM jsonb_each(m.headers) h
  CROSS JOIN LATERAL jsonb_array_elements(
    CASE jsonb_typeof(h.value) WHEN 'array' THEN h.value ELSE jsonb_build_array(h.value) END) one (value));

CREATE FUNCTION public.notify_parked_command() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM pg_notify('parked_command', ''); RETURN NULL; END $$;
CREATE TRIGGER parked_command_inserted AFTER INSERT ON public.parked_command
  FOR EACH STATEMENT EXECUTE FUNCTION public.notify_parked_command();

-- Whoever asks writes the command; only the worker carries it out, and never touches a stored byte.
GRANT SELECT, INSERT ON public.parked_command, public.parked_command_item TO web_app, worker_app;
GRANT UPDATE (finished_at) ON public.parked_command TO worker_app;
GRANT UPDATE (starts, outcome, detail, done_at) ON public.parked_command_item TO worker_app;
GRANT UPDATE (state, reason, detail, tries, last_tried_at, settled_at, settled_by, note) ON public.parked_message TO worker_app;
-- A newer build asks in the system's own name.
GRANT INSERT ON public.audit_entry TO worker_app;
GRANT USAGE ON SEQUENCE public.parked_command_id_seq TO web_app, worker_app;
