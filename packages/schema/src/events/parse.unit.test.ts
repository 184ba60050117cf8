import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeEvent } from './encode'
import { parseMessage, type RawMessage } from './parse'
import { PARKED_REASON_LABELS } from './parked-reason'
import type { LianxiEvent } from './registry'

const ID = '01999d11-9800-7012-8a3e-5f0c9d210012'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const REPORT: LianxiEvent = {
  type: 'lianxi.target.progress-reported.v1',
  data: {
    zone: 'Z-PX',
    subject: 'XQ-145-T001',
    region: '510403',
    body: '510403-FGJ',
    period: '2025Q3',
    revision: 1,
    replaces: null,
    correctionReason: null,
    reportedBy: '甲',
    approvedBy: '乙',
    submittedAt: '2025-10-10T01:00:00.000Z',
    warnings: [],
    content: { nil: false, value: '160.5', figureSource: '统计局', note: '', problems: '', nextStep: '' },
  },
}
const saying = { id: ID, zone: 'Z-PX', source: '510403-FGJ', time: '2025-10-10T02:00:00.000Z' }

function message(change: Partial<RawMessage> = {}, headers: RawMessage['headers'] = {}): RawMessage {
  const encoded = encodeEvent(REPORT, saying)
  const good = Object.fromEntries(Object.entries(encoded.headers).map(([name, value]) => [name, bytes(value)]))
  return {
    topic: encoded.topic,
    key: bytes(encoded.key),
    value: bytes(encoded.value),
    headers: { ...good, ...headers },
    ...change,
  }
}
const content = (change: object): Partial<RawMessage> => ({
  value: bytes(JSON.stringify({ ...REPORT.data, ...change })),
})
const reasonOf = (raw: RawMessage) => {
  const parsed = parseMessage(raw)
  return parsed.ok ? 'ok' : parsed.reason
}

describe('given an event that keeps the contract', () => {
  it('gives it back as it was said', () => {
    const parsed = parseMessage(message())
    expect(parsed).toMatchObject({
      ok: true,
      event: { ...REPORT, region: '510403', period: '2025Q3', envelope: { id: ID, source: '510403-FGJ' } },
    })
  })

  it('reads headers that came as text, ignores foreign ones and a charset', () => {
    const headers = { 'content-type': 'application/json; charset=UTF-8', 'x-proxy': [bytes('a'), bytes('b')] }
    expect(reasonOf(message({}, headers))).toBe('ok')
  })
})

describe('given a message that proves itself wrong', () => {
  const value = (text: string): Partial<RawMessage> => ({ value: bytes(text) })
  const good = new TextDecoder().decode(message().value ?? undefined)
  it.each<[string, RawMessage, keyof typeof PARKED_REASON_LABELS]>([
    ['a foreign topic', message({ topic: 'orders' }), 'unknown-topic'],
    ['no value', message({ value: null }), 'no-data'],
    ['an empty value', message(value('')), 'no-data'],
    ['bytes that are no UTF-8', message({ value: new Uint8Array([0xff, 0xfe, 0x00]) }), 'not-utf8'],
    ['text that is no JSON', message(value('{"a":')), 'not-json'],
    ['a byte order mark', message(value(`\ufeff${good}`)), 'not-json'],
    ['an abyss of brackets', message(value('['.repeat(100_000))), 'bad-json'],
    ['a key twice', message(value(good.replace('{', '{"revision":2,'))), 'bad-json'],
    ['a key twice, once escaped', message(value(good.replace('{', '{"\\u0072evision":2,'))), 'bad-json'],
    ['__proto__', message(value(good.replace('{', '{"__proto__":{"nil":true},'))), 'bad-json'],
    ['an unknown field', message(content({ extra: 1 })), 'bad-data'],
    ['a number out of range', message(content({ revision: 1_000 })), 'bad-data'],
    ['a date that does not exist', message(content({ submittedAt: '2025-02-30T00:00:00Z' })), 'bad-data'],
    ['a control character', message(content({ reportedBy: '甲\u0000' })), 'bad-data'],
    ['half a character', message(value(good.replace('甲', '\\ud800'))), 'bad-data'],
    ['a float for a decimal', message(content({ content: { nil: false, value: 1.5 } })), 'bad-data'],
    ['a list for an object', message(value('[]')), 'bad-data'],
    ['a missing header', message({}, { ce_id: undefined }), 'bad-header'],
    ['a doubled header', message({}, { ce_id: [bytes(ID), bytes(ID)] }), 'bad-header'],
    ['a header that is no UTF-8', message({}, { ce_source: new Uint8Array([0xc3]) }), 'bad-header'],
    ['an id that is no UUIDv7', message({}, { ce_id: '6a1e4a3e-55e0-4b7c-9d52-0a4f9c6b1f11' }), 'bad-header'],
    [
      'an id in capitals, which PostgreSQL would give back small',
      message({}, { ce_id: ID.toUpperCase() }),
      'bad-header',
    ],
    ['a moment that does not exist', message({}, { ce_time: '2025-02-30T00:00:00Z' }), 'bad-header'],
    ['a moment in the year 0', message({}, { ce_time: '0000-01-01T00:00:00Z' }), 'bad-header'],
    ['another media type', message({}, { 'content-type': 'application/xml' }), 'bad-header'],
    ['an unknown type', message({}, { ce_type: 'lianxi.party.held.v1' }), 'unknown-type'],
    ['a type named like a property of every object', message({}, { ce_type: 'constructor' }), 'unknown-type'],
    ['a newer major version', message({}, { ce_type: `${REPORT.type.slice(0, -1)}2` }), 'newer-version'],
    ['a type on the wrong kind of topic', message({ topic: 'lianxi.510403.project.v1' }), 'wrong-topic'],
    ['a zone’s type on a region’s topic', message({}, { ce_type: 'lianxi.period.opened.v1' }), 'wrong-topic'],
    ['a foreign region', message({ topic: 'lianxi.510402.target.v1' }), 'foreign-region'],
    ['a foreign body', message(content({ body: '510402-FGJ' })), 'foreign-region'],
    ['a foreign speaker', message({}, { ce_source: '510402-FGJ' }), 'foreign-region'],
    ['no key', message({ key: null }), 'key-mismatch'],
    ['another key', message({ key: bytes('XQ-145-T002') }), 'key-mismatch'],
    ['a key that is no UTF-8', message({ key: new Uint8Array([0xff]) }), 'key-mismatch'],
    ['another ce_subject', message({}, { ce_subject: 'XQ-145-T002' }), 'key-mismatch'],
  ])('parks %s', (_, raw, reason) => {
    expect(reasonOf(raw)).toBe(reason)
  })
})

it('never throws, and says so in words that can be stored', () => {
  const header = fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }), fc.array(fc.uint8Array()))
  const hostile = fc.record({
    topic: fc.oneof(fc.constantFrom('lianxi.510403.target.v1', 'lianxi.Z-PX.plan.v1'), fc.string({ unit: 'binary' })),
    key: fc.option(fc.uint8Array()),
    value: fc.option(fc.oneof(fc.uint8Array(), fc.json().map(bytes))),
    headers: fc.dictionary(
      fc.oneof(fc.constantFrom('ce_id', 'ce_type', 'ce_time'), fc.string({ unit: 'binary' })),
      header,
    ),
  })
  const mutated = fc
    .record({
      change: fc.dictionary(fc.constantFrom(...Object.keys(REPORT.data)), fc.jsonValue()),
      key: fc.uint8Array(),
    })
    .map(({ change, key }) => message({ ...content(change), key }))
  fc.assert(
    fc.property(fc.oneof(hostile, mutated), (raw) => {
      const parsed = parseMessage(raw)
      if (parsed.ok) return true
      return parsed.reason in PARKED_REASON_LABELS && !/[\p{Cc}\p{Cs}]/u.test(parsed.detail)
    }),
    { numRuns: 300 },
  )
}, 30_000)

it('tells duplicate keys exactly, in any JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (json) => {
      fc.pre(!json.includes('__proto__'))
      // JSON.stringify cannot write a key twice; escapes and colons inside strings must not confuse the count.
      expect(reasonOf(message({ value: bytes(json) }))).toBe('bad-data')
      const twice = reasonOf(message({ value: bytes(`{"a":${json},"a":${json}}`) }))
      expect(twice).toBe('bad-json')
    }),
  )
}, 30_000)
