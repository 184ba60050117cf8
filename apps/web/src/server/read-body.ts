import { MAX_FILE_BYTES } from '@lianxi/office-files/read-workbook'

/** The body as far as a workbook may be long; undefined: longer, and the rest is not waited for. */
export async function readBody({ body, headers }: Request): Promise<Uint8Array | undefined> {
  if (Number(headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_FILE_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
