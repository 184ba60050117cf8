-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_at" TIMESTAMPTZ(3),
    "published_event" UUID,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_chunk" (
    "attachment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id","position")
);

-- CreateIndex
CREATE INDEX "attachment_zone_subject_region_period_idx" ON "attachment"("zone", "subject", "region", "period");

-- AddForeignKey
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma does not see.
ALTER TABLE public.attachment ADD CHECK (
  (uploaded_at IS NULL AND size IS NULL AND sha256 IS NULL AND media_type IS NULL AND published_event IS NULL)
  OR (uploaded_at IS NOT NULL AND size IS NOT NULL AND sha256 IS NOT NULL AND media_type IS NOT NULL));
-- Pictures, PDF and Office files are packed already: packing again costs time and saves nothing.
ALTER TABLE public.attachment_chunk ALTER COLUMN data SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.attachment TO web_app;
GRANT SELECT, INSERT, DELETE ON public.attachment_chunk TO web_app;
