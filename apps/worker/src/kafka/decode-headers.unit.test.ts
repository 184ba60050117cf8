import Decoder from 'kafkajs/src/protocol/decoder.js'
import Encoder from 'kafkajs/src/protocol/encoder.js'
import { expect, it } from 'vitest'
import { headersOf, mendHeaderDecoder } from './decode-headers'

/** As the last part of a record: count, then name and value of each. */
function packed(headers: [name: string, value: string | Buffer | null][]): object {
  mendHeaderDecoder()
  const record = new Encoder()
    .writeVarIntBytes('before')
    .writeVarIntArray(
      headers.map(([name, value]) => new Encoder().writeVarIntString(name).writeVarIntBytes(value)),
    ).buffer
  const decoder = new Decoder(record)
  decoder.offset = 7
  return decoder.readVarIntArray().reduce()
}

it('unpacks headers when they are asked for: plain text as text, everything else as the bytes it is', () => {
  const chinese = Buffer.from('攀枝花')
  const long = Buffer.alloc(200, 'x')
  const headers = headersOf(
    packed([
      ['ce_id', 'a-1'],
      ['city', chinese],
      ['broken', Buffer.from([0xff, 0x41])],
      ['long', long],
      ['none', null],
      ['empty', ''],
    ]),
  )
  expect(headers).toEqual({
    ce_id: 'a-1',
    city: chinese,
    broken: Buffer.from([0xff, 0x41]),
    long,
    none: null,
    empty: '',
  })
})

it('keeps each value of a name that comes again, whatever the name is', () => {
  const headers = headersOf(packed(['constructor', 'twice', '__proto__', 'twice', 'twice'].map((name) => [name, name])))
  expect(Object.entries(headers)).toEqual([
    ['constructor', 'constructor'],
    ['twice', ['twice', 'twice', 'twice']],
    ['__proto__', '__proto__'],
  ])
})

it('reads nothing from a client that was not mended', () => {
  expect(() => headersOf({ ce_id: Buffer.from('a') })).toThrow('not mended')
})
