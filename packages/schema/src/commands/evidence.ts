import { z } from 'zod'
import { Instant, text } from '../decimal'
import { ReportKey } from './report'

export type FileParts = AsyncIterable<Uint8Array>

/** The file comes as it arrives, part by part. */
export const UploadEvidence = ReportKey.extend({
  fileName: text(200).min(1),
  file: z.custom<FileParts>((value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value),
})
export type UploadEvidence = z.infer<typeof UploadEvidence>

export const OneEvidence = ReportKey.extend({ id: z.uuid() })
export type OneEvidence = z.infer<typeof OneEvidence>

export const EvidenceView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  published: z.boolean().meta({ description: 'a published revision names it: it stays' }),
})
export type EvidenceView = z.infer<typeof EvidenceView>
