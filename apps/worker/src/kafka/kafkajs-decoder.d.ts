/** KafkaJS's reader of the wire format, as far as `decode-headers.ts` needs it. Not part of its published types. */
declare module 'kafkajs/src/protocol/decoder.js' {
  type Header = { key: string; value: Buffer | null }
  export default class Decoder {
    readVarInt(): number
    /** Used for a record's headers and for nothing else; the caller calls `reduce` on what it gets. */
    readVarIntArray(read: (decoder: Decoder) => Header): { reduce: () => object }
  }
}
