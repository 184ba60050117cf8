import type { FileSource } from '@lianxi/office-files/evidence/file-source'
import { type Reading, sql } from '../client'

export const CHUNK_BYTES = 262_144

/** A stored file, read from its rows: a part costs the one or two rows it lies in. */
export function sourceOfAttachment(db: Reading, { id, size }: { id: string; size: number }): FileSource {
  const read = async (start: number, length: number): Promise<Buffer> => {
    const end = Math.min(size, start + length)
    if (end <= start) return Buffer.alloc(0)
    const [first, last] = [Math.floor(start / CHUNK_BYTES), Math.floor((end - 1) / CHUNK_BYTES)]
    const rows = await db.$queryRaw<{ data: Uint8Array }[]>(sql`
      SELECT data FROM attachment_chunk WHERE attachment_id = ${id}::uuid AND position BETWEEN ${first} AND ${last}
      ORDER BY position`)
    if (rows.length !== last - first + 1) throw new Error(`attachment ${id} lacks a part`)
    const offset = first * CHUNK_BYTES
    return Buffer.concat(rows.map(({ data }) => data)).subarray(start - offset, end - offset)
  }
  return { size, read }
}
