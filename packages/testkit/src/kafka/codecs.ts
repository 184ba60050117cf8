import { gzipSync } from 'node:zlib'
import { encodeRecords, varint, type Codec, type RawRecord } from './raw-records'

/** Node compresses with gzip only. The others' formats allow blocks that are stored as they are, and zstd also runs. */
export const COMPRESS: Readonly<Record<Codec, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gzipSync(bytes),
  snappy: (bytes) => {
    const literal = Buffer.concat([Buffer.from([0xf4]), u16(bytes.length - 1), bytes])
    const block = Buffer.concat([unsigned(bytes.length), literal])
    const head = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0, 0, 0, 0, 1, 0, 0, 0, 1])
    return Buffer.concat([head, u32be(block.length), block])
  },
  lz4: (bytes) => {
    const stored = Buffer.concat([u32(0x80000000 + bytes.length), bytes])
    return Buffer.concat([Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]), stored, u32(0)])
  },
  zstd: (bytes) => zstdFrame([{ bytes }]),
}

/** Records compressed with a codec. At most 64 KB of them: one stored block. */
export const compressed = (codec: Codec, records: readonly RawRecord[]) => ({
  codec,
  count: records.length,
  bytes: COMPRESS[codec](encodeRecords(records)),
})

/** One record of `megabytes` of zeros in a few hundred bytes: zstd writes a run of 128 KB in four bytes. */
export function zstdBomb(megabytes: number): { codec: Codec; count: number; bytes: Buffer } {
  const size = megabytes * 1_000_000
  const head = Buffer.concat([Buffer.from([0, 0, 0]), varint(-1), varint(size)])
  const bytes = Buffer.concat([varint(head.length + size + 1), head])
  return { codec: 'zstd', count: 1, bytes: zstdFrame([{ bytes }, { zeros: size + 1 }]) }
}

/** The first bytes of a record that says it has `megabytes`, and nothing behind them. */
export const hollowRecord = (megabytes: number): { codec: Codec; count: number; bytes: Buffer } => ({
  codec: 'gzip',
  count: 1,
  bytes: gzipSync(Buffer.concat([varint(megabytes * 1_000_000), Buffer.from([0, 0, 0])])),
})

type Part = { bytes: Buffer } | { zeros: number }
const ZSTD_BLOCK = 131_072

/** RFC 8878: magic, a frame without its size, a window of 128 KB, then raw blocks (type 0) and runs (type 1). */
function zstdFrame(parts: readonly Part[]): Buffer {
  const blocks = parts.flatMap((part) =>
    'bytes' in part
      ? [{ type: 0, size: part.bytes.length, content: part.bytes }]
      : Array.from({ length: Math.ceil(part.zeros / ZSTD_BLOCK) }, (_, n) => ({
          type: 1,
          size: Math.min(ZSTD_BLOCK, part.zeros - n * ZSTD_BLOCK),
          content: Buffer.from([0]),
        })),
  )
  const written = blocks.map(({ type, size, content }, n) =>
    Buffer.concat([u24((n === blocks.length - 1 ? 1 : 0) + type * 2 + size * 8), content]),
  )
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]), ...written])
}

const numbered = (length: number) => (value: number) => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
const [u16, u24, u32] = [numbered(2), numbered(3), numbered(4)]
const u32be = (value: number) => u32(value).reverse()
const unsigned = (value: number): Buffer =>
  Buffer.from(value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...unsigned(Math.floor(value / 0x80))])
