import type { EncodedEvent } from '@lianxi/schema/events/encode'
import type { ParkedReason } from '@lianxi/schema/events/parked-reason'
import type { Random } from '../random'
import type { Draft } from './message'

/** `event`: the good target report that is spoiled. `earlier`: id of an event that said something else before. */
export type Spoiling = { event: EncodedEvent; earlier: string; random: Random }
export type Kind = { reason: ParkedReason; spoil: (spoiling: Spoiling) => Partial<Draft> }

type Json = Record<string, unknown>
const dataOf = (event: EncodedEvent): Json => ({ ...(JSON.parse(event.value) as Json) })

const kind = (reason: ParkedReason, spoil: Kind['spoil']): Kind => ({ reason, spoil })
/** The event's data with some fields changed. */
const data = (reason: ParkedReason, change: (spoiling: Spoiling) => Json): Kind =>
  kind(reason, (spoiling) => ({ value: JSON.stringify({ ...dataOf(spoiling.event), ...change(spoiling) }) }))
/** Fields of the report's content changed. */
const content = (change: (random: Random) => Json): Kind =>
  data('bad-data', ({ event, random }) => ({ content: { ...Object(dataOf(event).content), ...change(random) } }))
const headers = (reason: ParkedReason, change: (spoiling: Spoiling) => Draft['headers']): Kind =>
  kind(reason, (spoiling) => ({ headers: { ...spoiling.event.headers, ...change(spoiling) } }))
/** The JSON text changed by hand, where no serializer would write it so. */
const text = (reason: ParkedReason, change: (json: string, random: Random) => string): Kind =>
  kind(reason, ({ event, random }) => ({ value: change(event.value, random) }))

const REQUIRED = ['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_specversion', 'content-type'] as const
const REPORT = 'lianxi.target.progress-reported'
/** A record of this size just fits into a batch of `max.message.bytes`. */
const LARGEST = 261_000

const bytes: Record<string, Kind> = {
  'cut-off JSON': text('not-json', (json, { below }) => json.slice(0, 1 + below(json.length - 1))),
  words: text('not-json', (_, { oneOf }) =>
    oneOf(['你好', 'null undefined', '<report/>', 'a=1&b=2', "{'a':1}", 'NaN']),
  ),
  'a byte order mark': text('not-json', (json) => `\u{feff}${json}`),
  'as large as the topic allows': text('not-json', () => 'x'.repeat(LARGEST)),
  'bytes of another encoding': kind('not-utf8', ({ random }) => ({
    value: Buffer.from([0xce, 0xf7, 0xc7, 0xf8, 0xff, random.below(256), random.below(256)]),
  })),
  'no value': kind('no-data', () => ({ value: null })),
  'an empty value': kind('no-data', () => ({ value: '' })),
  'an abyss': text('bad-json', (_, { below, oneOf }) => oneOf(['[', '{"a":']).repeat(13 + below(3_000))),
  'a deep valid value': text('bad-json', (json, { below }) => {
    const depth = 12 + below(300)
    return `${json.slice(0, -1)},"x":${'['.repeat(depth)}${']'.repeat(depth)}}`
  }),
  __proto__: text('bad-json', (json) => json.replace('{', '{"__proto__":{"nil":true},')),
  'a key twice': text('bad-json', (json, { oneOf }) =>
    json.replace('{', oneOf(['{"revision":2,', '{"\\u0072evision":2,'])),
  ),
}

const values: Record<string, Kind> = {
  'a field too many': data('bad-data', ({ random }) => ({
    [random.oneOf(['extra', 'constructor', '备注', 'a'.repeat(9_000)])]: 1,
  })),
  'a field too few': data('bad-data', ({ random }) => ({
    [random.oneOf(['zone', 'subject', 'content', 'warnings'])]: undefined,
  })),
  'a number beyond numeric': content(({ oneOf }) => ({
    value: oneOf(['1'.repeat(16), '0.1234567', '1e3', 'Infinity', '٣', '1 000']),
  })),
  'a number that is no text': content(({ oneOf }) => ({ value: oneOf<unknown>([160.5, true, {}]) })),
  'a date that does not exist': data('bad-data', ({ random }) => ({
    submittedAt: random.oneOf([
      '2025-02-30T00:00:00Z',
      '2025-13-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
    ]),
  })),
  'a period that does not exist': data('bad-data', ({ random }) => ({
    period: random.oneOf(['2025Q5', '2050Q1', '2025-13', '2025h1', '']),
  })),
  'a control character': data('bad-data', ({ random }) => ({
    reportedBy: `甲${String.fromCharCode(random.below(9))}`,
  })),
  'half a character': content(() => ({ note: 'x\u{d800}' })),
  'a text too long': content(({ below }) => ({ problems: '长'.repeat(1_001 + below(3_000)) })),
  'an integer beyond integers': data('bad-data', ({ random }) => ({
    revision: random.oneOf([0, -1, 1_000, 2 ** 53, 1e300, 1.5]),
  })),
  'a code that is none': data('bad-data', ({ random }) => ({
    subject: random.oneOf(['xq-145-t001', "'; DROP TABLE outbox; --", 'XQ']),
  })),
  'a list for an object': text('bad-data', (_, { oneOf }) => oneOf(['[]', 'null', '1e400', '"x"', 'true'])),
  'a thousand faults': data('bad-data', () => ({ warnings: Array.from({ length: 1_000 }, () => ({ x: 1 })) })),
  'a correction without its reason': data('bad-data', ({ earlier }) => ({ replaces: earlier, correctionReason: ' ' })),
  'another region': data('foreign-region', () => ({ region: '510402' })),
  'another region’s body': data('foreign-region', () => ({ body: '510402-FGJ' })),
  'an id used again': kind('id-reused', ({ event, earlier, random }) => ({
    headers: { ...event.headers, ce_id: earlier },
    value: JSON.stringify({ ...dataOf(event), approvedBy: `丙${random.below(1_000)}` }),
  })),
}

const envelopes: Record<string, Kind> = {
  'a missing header': headers('bad-header', ({ random }) => ({ [random.oneOf(REQUIRED)]: undefined })),
  'a doubled header': headers('bad-header', ({ event, random }) => {
    const name = random.oneOf(REQUIRED)
    return { [name]: [event.headers[name] ?? '', event.headers[name] ?? ''] }
  }),
  'a header without a value': headers('bad-header', ({ random }) => ({
    [random.oneOf(REQUIRED)]: random.oneOf([null, '']),
  })),
  'a header that is no UTF-8': headers('bad-header', ({ random }) => ({
    [random.oneOf(REQUIRED)]: Buffer.from([0xc3]),
  })),
  'an id that is no UUIDv7': headers('bad-header', ({ event, random }) => ({
    ce_id: random.oneOf(['1', '6a1e4a3e-55e0-4b7c-9d52-0a4f9c6b1f11', event.id.toUpperCase(), `${event.id} `]),
  })),
  'a moment that is none': headers('bad-header', ({ random }) => ({
    ce_time: random.oneOf(['2025-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '2025-10-10 02:00', '2999-01-01T00:00:00Z']),
  })),
  'another media type': headers('bad-header', ({ random }) => ({
    'content-type': random.oneOf(['application/xml', 'application/json; charset=gbk']),
  })),
  'hostile headers': headers('bad-header', () => ({
    ce_id: undefined,
    constructor: 'x',
    toString: [null, 'x'],
    '': null,
    'a\u0000': Buffer.from([0xff, 0x00]),
    ['__proto__']: 'x',
  })),
  'thousands of headers': headers('bad-header', () => ({
    ...Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`h${n}`, 'x'])),
    ce_id: undefined,
  })),
  'an unknown type': headers('unknown-type', ({ random }) => ({
    ce_type: random.oneOf(['lianxi.party.held.v1', 'constructor', `${REPORT}.v0`, REPORT, '型'.repeat(100)]),
  })),
  'a newer version': headers('newer-version', ({ random }) => ({ ce_type: `${REPORT}.v${2 + random.below(9)}` })),
  'a type of another topic': headers('wrong-topic', ({ random }) => ({
    ce_type: random.oneOf([
      'lianxi.project.progress-reported.v1',
      'lianxi.period.opened.v1',
      'lianxi.report.confirmed.v1',
    ]),
  })),
  'another region’s voice': headers('foreign-region', () => ({ ce_source: '510402-FGJ' })),
  'another subject in the header': headers('key-mismatch', () => ({ ce_subject: 'XQ-145-T999' })),
  'another key': kind('key-mismatch', ({ random }) => ({
    key: random.oneOf([null, '', 'XQ-145-T999', Buffer.from([0xff, 0xfe]), 'x'.repeat(9_000)]),
  })),
  'an enormous key': kind('key-mismatch', () => ({ key: 'k'.repeat(200_000) })),
}

/** Every kind of message that is no good target report, by name; each spoils a good one in exactly one way. */
export const POISON: Readonly<Record<string, Kind>> = { ...bytes, ...values, ...envelopes }
