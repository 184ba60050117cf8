-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "board";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "board"."fact" (
    "zone" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "doc" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("zone","kind","code")
);

-- CreateTable
CREATE TABLE "board"."subject" (
    "zone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "doc" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("zone","code")
);

-- CreateTable
CREATE TABLE "board"."item" (
    "zone" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "attribute" TEXT NOT NULL,
    "doc" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "item_pkey" PRIMARY KEY ("zone","code")
);

-- CreateTable
CREATE TABLE "board"."duty" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "items" TEXT[],
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("zone","subject","region","year")
);

-- CreateTable
CREATE TABLE "board"."period" (
    "zone" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "fell_due" BOOLEAN NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "event_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "period_pkey" PRIMARY KEY ("zone","period")
);

-- CreateTable
CREATE TABLE "board"."progress" (
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "frequency" TEXT NOT NULL,
    "body" TEXT,
    "items" TEXT[],
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL,
    "nil" BOOLEAN NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "conflict" BOOLEAN NOT NULL,
    "objections" TEXT[],
    "revision" INTEGER,
    "reports" INTEGER NOT NULL,
    "event_id" UUID,
    "reported_at" TIMESTAMPTZ(3),
    "value" DECIMAL(21,6),
    "stage" TEXT,
    "invested_year_wan" BIGINT,
    "invested_total_wan" BIGINT,
    "progress_percent" DECIMAL(6,2),
    "report_state" JSONB,
    "verdict_state" JSONB,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("zone","subject","region","period")
);

-- CreateTable
CREATE TABLE "ingested_event" (
    "topic" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "partition" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "chunk_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT,
    "period" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "appended_at" TIMESTAMPTZ(3) NOT NULL,
    "traceparent" TEXT,
    "data" JSONB NOT NULL,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "ingested_event_pkey" PRIMARY KEY ("topic","event_id")
);

-- CreateTable
CREATE TABLE "chunk" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "from_offset" BIGINT NOT NULL,
    "to_offset" BIGINT NOT NULL,
    "events" INTEGER NOT NULL,
    "parked" INTEGER NOT NULL,
    "stamp" TIMESTAMPTZ(6) NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "chunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_stamp" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "board_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "moment" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consumer_offset" (
    "topic" TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "next_offset" BIGINT NOT NULL,
    "gaps" INTEGER NOT NULL DEFAULT 0,
    "last_append_at" TIMESTAMPTZ(3),
    "last_sha256" BYTEA,
    "committed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "consumer_offset_pkey" PRIMARY KEY ("topic","partition")
);

-- CreateTable
CREATE TABLE "parked_message" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "region" TEXT,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "key" BYTEA,
    "headers" JSONB NOT NULL,
    "value" BYTEA,
    "appended_at" TIMESTAMPTZ(3) NOT NULL,
    "parked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "parked_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_attempt" (
    "topic" TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_error" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "message_attempt_pkey" PRIMARY KEY ("topic","partition","offset")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "headers" JSONB NOT NULL,
    "value" TEXT NOT NULL,
    "dedupe_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "published_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "refused_reason" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "display_username" TEXT,
    "phone" TEXT,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "username" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("username")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "zone" TEXT,
    "body" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "region" TEXT,
    "role" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB,
    "correction_reason" TEXT,
    "warnings" JSONB NOT NULL,
    "author_id" TEXT,
    "author_name" TEXT,
    "submitted_by" TEXT,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "returned_by" TEXT,
    "unlocked" BOOLEAN NOT NULL DEFAULT false,
    "published_event" UUID,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_revision" (
    "report_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "submitted_by" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_revision_pkey" PRIMARY KEY ("report_id","revision")
);

-- CreateTable
CREATE TABLE "report_step" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "user_id" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subject_zone_kind_domain_idx" ON "board"."subject"("zone", "kind", "domain");

-- CreateIndex
CREATE INDEX "item_zone_subject_region_year_idx" ON "board"."item"("zone", "subject", "region", "year");

-- CreateIndex
CREATE INDEX "duty_zone_year_frequency_idx" ON "board"."duty"("zone", "year", "frequency");

-- CreateIndex
CREATE INDEX "period_zone_year_frequency_idx" ON "board"."period"("zone", "year", "frequency");

-- CreateIndex
CREATE INDEX "progress_zone_period_region_state_idx" ON "board"."progress"("zone", "period", "region", "state");

-- CreateIndex
CREATE INDEX "progress_zone_region_subject_idx" ON "board"."progress"("zone", "region", "subject");

-- CreateIndex
CREATE INDEX "ingested_event_subject_region_period_idx" ON "ingested_event"("subject", "region", "period");

-- CreateIndex
CREATE INDEX "ingested_event_event_id_idx" ON "ingested_event"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "ingested_event_topic_partition_offset_key" ON "ingested_event"("topic", "partition", "offset");

-- CreateIndex
CREATE UNIQUE INDEX "chunk_stamp_key" ON "chunk"("stamp");

-- CreateIndex
CREATE UNIQUE INDEX "parked_message_topic_partition_offset_key" ON "parked_message"("topic", "partition", "offset");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_id_key" ON "outbox"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedupe_key_key" ON "outbox"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_body_role_key" ON "membership"("user_id", "body", "role");

-- CreateIndex
CREATE INDEX "report_zone_region_state_idx" ON "report"("zone", "region", "state");

-- CreateIndex
CREATE UNIQUE INDEX "report_zone_subject_region_period_key" ON "report"("zone", "subject", "region", "period");

-- CreateIndex
CREATE UNIQUE INDEX "report_revision_event_id_key" ON "report_revision"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_step_report_id_version_key" ON "report_step"("report_id", "version");

-- CreateIndex
CREATE INDEX "audit_entry_object_idx" ON "audit_entry"("object");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_step" ADD CONSTRAINT "report_step_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma does not see: histories, domain time, notifications, checks, Chinese order, rights.
-- ---------------------------------------------------------------------------------------------------------------
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE COLLATION IF NOT EXISTS public.zh (provider = icu, locale = 'zh-Hans-CN');

-- A history table has its current table's columns with `valid` in place of `valid_from`; intervals of one key never
-- overlap (the exclusion constraint says so), so what a past stamp saw can never change.
DO $histories$
DECLARE
  t record;
BEGIN
  FOR t IN
    SELECT * FROM (VALUES
      ('fact', ARRAY['zone', 'kind', 'code']),
      ('subject', ARRAY['zone', 'code']),
      ('item', ARRAY['zone', 'code']),
      ('duty', ARRAY['zone', 'subject', 'region', 'year']),
      ('period', ARRAY['zone', 'period']),
      ('progress', ARRAY['zone', 'subject', 'region', 'period'])
    ) AS v (name, keys)
  LOOP
    EXECUTE format('CREATE TABLE board.%I (LIKE board.%I)', t.name || '_history', t.name);
    EXECUTE format('ALTER TABLE board.%I DROP COLUMN valid_from, ADD COLUMN valid tstzrange NOT NULL, ADD CHECK (NOT isempty(valid))', t.name || '_history');
    EXECUTE format('ALTER TABLE board.%I ADD EXCLUDE USING gist (%s, valid WITH &&)', t.name || '_history',
      (SELECT string_agg(format('%I WITH =', k), ', ') FROM unnest(t.keys) AS k));
  END LOOP;
END
$histories$;

-- Domain time: the demo's moment where a demo runs, else the real time.
CREATE FUNCTION public.clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS
  $$ SELECT coalesce((SELECT moment FROM public.demo_clock WHERE id = 1), clock_timestamp()) $$;
ALTER TABLE public.demo_clock ADD CHECK (id = 1);
ALTER TABLE public.board_clock ADD CHECK (id = 1);
INSERT INTO public.board_clock (id, last_stamp) VALUES (1, '2000-01-01T00:00:00Z');

CREATE FUNCTION public.notify_outbox() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER outbox_inserted AFTER INSERT ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION public.notify_outbox();
CREATE INDEX outbox_unpublished ON public.outbox (id) WHERE published_at IS NULL AND refused_reason IS NULL;

ALTER TABLE board.progress
  ADD CHECK (state IN ('pending', 'overdue', 'reported', 'returned', 'waiting')),
  ADD CHECK (kind IN ('target', 'project')),
  ADD CHECK (frequency IN ('month', 'quarter', 'half', 'year')),
  ADD CHECK (progress_percent BETWEEN 0 AND 100);
ALTER TABLE public.report
  ADD CHECK (state IN ('draft', 'submitted', 'sent-back', 'published', 'returned')),
  ADD CHECK (kind IN ('target', 'project')),
  ADD CHECK (version >= 0), ADD CHECK (revision >= 0);
ALTER TABLE public.consumer_offset ADD CHECK (next_offset >= 0);
ALTER TABLE public.membership
  ADD CHECK (role IN ('reporter', 'approver', 'coordinator', 'responder', 'secretariat', 'leader', 'oversight', 'admin'));

-- Rights: each role only what its part of the flow needs. The migrator owns everything.
DO $roles$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'web_app') THEN CREATE ROLE web_app; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'worker_app') THEN CREATE ROLE worker_app; END IF;
END
$roles$;
GRANT USAGE ON SCHEMA public, board TO web_app, worker_app;

GRANT SELECT ON ALL TABLES IN SCHEMA board TO web_app;
GRANT SELECT ON public.ingested_event, public.parked_message, public.chunk, public.board_clock, public.demo_clock,
  public.consumer_offset TO web_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public."user", public.session, public.account, public.verification,
  public.rate_limit, public.login_attempt, public.membership TO web_app;
GRANT SELECT, INSERT, UPDATE ON public.report TO web_app;
GRANT SELECT, INSERT ON public.report_revision, public.report_step, public.audit_entry TO web_app;
GRANT SELECT, INSERT, DELETE ON public.idempotent_answer TO web_app;
GRANT SELECT, INSERT ON public.outbox TO web_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA board TO worker_app;
GRANT SELECT, INSERT ON public.ingested_event, public.parked_message, public.chunk TO worker_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.message_attempt TO worker_app;
GRANT SELECT, INSERT, UPDATE ON public.consumer_offset, public.outbox TO worker_app;
GRANT SELECT, UPDATE ON public.board_clock TO worker_app;
GRANT SELECT ON public.demo_clock TO worker_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO web_app, worker_app;
