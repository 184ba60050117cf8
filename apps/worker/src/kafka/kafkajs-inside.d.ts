/** KafkaJS's reader of the wire format, as far as `decode-headers.ts` needs it. Not part of its published types. */
declare module 'kafkajs/src/protocol/decoder.js' {
  export default class Decoder {
    constructor(buffer: Buffer)
    readonly buffer: Buffer
    offset: number
    readVarInt(): number
    readVarIntString(): string | null
    /** Used for a record's headers and for nothing else; the caller calls `reduce` on what it gets. */
    readVarIntArray(): { reduce: () => object }
  }
}
declare module 'kafkajs/src/protocol/encoder.js' {
  export default class Encoder {
    readonly buffer: Buffer
    writeVarIntBytes(value: string | Buffer | null): this
    writeVarIntString(value: string): this
    writeVarIntArray(items: Encoder[]): this
  }
}
