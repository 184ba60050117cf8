import { describe, expect, it } from 'vitest'
import { showBytes } from './show-bytes'

const text = (said: string) => showBytes(Buffer.from(said))

describe('a payload on the page', () => {
  it('is indented where it is JSON, with its numbers and strings as they were written', () => {
    expect(text('{"a":12345678901234567890,"b":[1.50,{}],"c":"x, y: {z} \\"q\\"","d":[ ]}')).toEqual({
      kind: 'json',
      text: '{\n  "a": 12345678901234567890,\n  "b": [\n    1.50,\n    {}\n  ],\n  "c": "x, y: {z} \\"q\\"",\n  "d": []\n}',
      bytes: 70,
      cut: false,
    })
  })
  it('is left as it is where it only looks like JSON', () => {
    expect(text('{"a":1,"a":2}')).toMatchObject({ kind: 'text', text: '{"a":1,"a":2}' })
    expect(text('{"a":')).toMatchObject({ kind: 'text', text: '{"a":' })
  })
  it('hides no control character and no mark that turns the line round', () => {
    expect(text('a\u0000b\u001b[31m\u202eexe.\ttab\nline\u2028\ufeff').text).toBe(
      'a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+202E⟩exe.\ttab\nline⟨U+2028⟩⟨U+FEFF⟩',
    )
    expect(text('{"a":"\u202e"}')).toMatchObject({ kind: 'json', text: '{\n  "a": "⟨U+202E⟩"\n}' })
  })
  it('is a hex dump where it is no text', () => {
    expect(showBytes(Buffer.from([0xff, 0xfe, 0x41, 0x00])).text).toBe(
      '000000  ff fe 41 00                                      ··A·',
    )
  })
  it('is cut where it is long, and empty where there is nothing', () => {
    expect(text('汉'.repeat(100_000))).toMatchObject({ kind: 'text', bytes: 300_000, cut: true })
    expect(text('汉'.repeat(100_000)).text.length).toBeLessThan(22_000)
    expect(showBytes(Buffer.alloc(200_000, 0xff))).toMatchObject({ kind: 'hex', cut: true })
    expect(showBytes(null)).toEqual({ kind: 'none', text: '', bytes: 0, cut: false })
  })
})
