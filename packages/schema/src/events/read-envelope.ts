import { Envelope } from './envelope'
import type { ParkedReason } from './parked-reason'
import { findText } from './read-json'

export type HeaderValue = Uint8Array | string
/** Headers as a Kafka client delivers them: an array where one name came twice. */
export type MessageHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>

type Read<T> = { ok: true; value: T } | { ok: false; reason: ParkedReason; detail: string }

const ATTRIBUTES = {
  specversion: 'ce_specversion',
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  subject: 'ce_subject',
  time: 'ce_time',
  traceparent: 'ce_traceparent',
  datacontenttype: 'content-type',
} as const

/** Plans reach from 1990 to 2060; a moment outside is a broken clock, and PostgreSQL has no year 0. */
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2061, 0, 1)

/** The CloudEvents attributes of a message. Headers of other names (tracing, proxies) are nobody's business here. */
export function readEnvelope(headers: MessageHeaders): Read<Envelope> {
  const attributes: Record<string, string> = {}
  for (const [attribute, name] of Object.entries(ATTRIBUTES)) {
    const value = Object.hasOwn(headers, name) ? headers[name] : undefined
    if (value === undefined) continue
    const text = typeof value === 'string' ? value : value instanceof Uint8Array ? findText(value) : undefined
    if (text === undefined) return bad(Array.isArray(value) ? `消息头 ${name} 重复。` : `消息头 ${name} 不是文本。`)
    attributes[attribute] = attribute === 'datacontenttype' ? mediaType(text) : text
  }
  const parsed = Envelope.safeParse(attributes)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => nameOf(String(path[0])))
    return bad(`消息头缺失或不符合约定：${[...new Set(wrong)].join('、')}。`)
  }
  const time = Date.parse(parsed.data.time)
  if (!(time >= EARLIEST && time < LATEST)) return bad('消息头 ce_time 的时刻不在允许范围内。')
  return { ok: true, value: { ...parsed.data, time: new Date(time).toISOString() } }
}

const bad = (detail: string) => ({ ok: false, reason: 'bad-header', detail }) as const

/** `application/json; charset=utf-8` says the same as `application/json`. */
const mediaType = (text: string): string => text.replace(/;\s*charset=utf-8$/i, '').toLowerCase()

const nameOf = (attribute: string): string =>
  new Map<string, string>(Object.entries(ATTRIBUTES)).get(attribute) ?? attribute
