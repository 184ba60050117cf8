import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

/** A stored file that is read in parts: it never lies in memory as a whole. */
export type FileSource = { size: number; read: (start: number, length: number) => Promise<Buffer> }

const PART = 262_144

/** The file from `start` to before `end`, part by part. */
export async function* partsOf(source: FileSource, start = 0, end = source.size): AsyncGenerator<Buffer, void> {
  for (let at = start; at < end; at += PART) yield await source.read(at, Math.min(PART, end - at))
}

/** The same for the zip library, which jumps to where a part lies. */
export class SourceReader extends RandomAccessReader {
  constructor(private readonly source: FileSource) {
    super()
  }

  /** What the place the file lies in failed with; any other error of the zip library is about the file. */
  outage: unknown

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.parts(start, end))
  }

  private async *parts(start: number, end: number): AsyncGenerator<Buffer> {
    try {
      yield* partsOf(this.source, start, end)
    } catch (error) {
      this.outage = error
      throw error
    }
  }
}

export const sourceOf = (file: Buffer): FileSource => ({
  size: file.length,
  read: (start, length) => Promise.resolve(file.subarray(start, start + length)),
})
