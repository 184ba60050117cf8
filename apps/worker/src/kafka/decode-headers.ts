import Decoder from 'kafkajs/src/protocol/decoder.js'

type Value = Buffer | null

/**
 * Makes KafkaJS 2.2.4 read a record's headers in one pass. Its own way copies the headers read so far for each further
 * one: the 50,000 headers a message of 256 KB can carry kept a consumer busy for minutes, out of its group, and again
 * after every restart. And it looks names up in an ordinary object: a header called `constructor` came out as a list
 * that begins with a function. Any region may write such a message on its own topic; no setting of the broker forbids it.
 */
export function mendHeaderDecoder(): void {
  Decoder.prototype.readVarIntArray = function (this: Decoder, read) {
    const headers = new Map<string, Value | Value[]>()
    for (let left = this.readVarInt(); left > 0; left -= 1) {
      const { key, value } = read(this)
      const known = headers.get(key)
      if (known === undefined) headers.set(key, value)
      else if (Array.isArray(known)) known.push(value)
      else headers.set(key, [known, value])
    }
    const all = Object.fromEntries(headers)
    return { reduce: () => all }
  }
}
