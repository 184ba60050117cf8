-- AlterTable
ALTER TABLE "user" ADD COLUMN     "notice_email" TEXT;

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "roles" TEXT[],
    "period" TEXT,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "routed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_read" (
    "notice_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("user_id","notice_id")
);

-- CreateTable
CREATE TABLE "notice_hook" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "id" BIGSERIAL NOT NULL,
    "notice_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_dedupe_key_key" ON "notice"("dedupe_key");

-- CreateIndex
CREATE INDEX "notice_zone_body_created_at_idx" ON "notice"("zone", "body", "created_at");

-- CreateIndex
CREATE INDEX "notice_hook_zone_body_idx" ON "notice_hook"("zone", "body");

-- CreateIndex
CREATE UNIQUE INDEX "notice_delivery_notice_id_channel_target_key" ON "notice_delivery"("notice_id", "channel", "target");

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma does not see.
CREATE INDEX notice_to_route ON public.notice (created_at) WHERE routed_at IS NULL;
CREATE INDEX notice_delivery_open ON public.notice_delivery (next_attempt_at) WHERE delivered_at IS NULL AND failed_at IS NULL;
ALTER TABLE public.notice_delivery ADD CHECK (channel IN ('mail', 'hook'));
GRANT SELECT, INSERT ON public.notice TO web_app, worker_app;
GRANT UPDATE (routed_at) ON public.notice TO worker_app;
GRANT SELECT, INSERT ON public.notice_read TO web_app;
GRANT SELECT, INSERT, UPDATE ON public.notice_delivery TO worker_app;
GRANT USAGE ON SEQUENCE public.notice_delivery_id_seq TO worker_app;
GRANT SELECT ON public.notice_delivery TO web_app;
-- The web writes a secret once and never reads it again.
GRANT INSERT ON public.notice_hook TO web_app;
GRANT SELECT (id, zone, body, url, created_by, created_at, ended_at), UPDATE (ended_at) ON public.notice_hook TO web_app;
GRANT SELECT ON public.notice_hook TO worker_app;
-- Whom a notice goes to by mail; nothing else of a person.
GRANT SELECT (user_id, zone, body, role) ON public.membership TO worker_app;
GRANT SELECT (id, disabled, notice_email) ON public."user" TO worker_app;
