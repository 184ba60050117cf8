import { Envelope } from './envelope'
import { explainIssue, quote } from './explain-issue'
import type { ParkedReason } from './parked-reason'
import { findText } from './read-json'

/** Null: Kafka tells a header without a value from an empty one. */
export type HeaderValue = Uint8Array | string | null
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
const NAMES = Object.entries(ATTRIBUTES)

/** The CloudEvents attributes of a message. Headers of other names (tracing, proxies) are nobody's business here. */
export function readEnvelope(headers: MessageHeaders): Read<Envelope> {
  const attributes: Record<string, string> = {}
  for (const [attribute, name] of NAMES) {
    const value = Object.hasOwn(headers, name) ? headers[name] : undefined
    if (value === undefined) continue
    if (Array.isArray(value)) return bad(`消息头 ${name} 重复，请只保留一个`)
    const text = typeof value === 'string' ? value : value instanceof Uint8Array ? findText(value) : undefined
    if (text === undefined) return bad(value === null ? `消息头 ${name} 没有值` : `消息头 ${name} 不是 UTF-8 文本`)
    attributes[attribute] = attribute === 'datacontenttype' ? mediaType(text) : text
  }
  const parsed = Envelope.safeParse(attributes)
  if (!parsed.success) {
    const { issues = [] } = Envelope.safeParse(attributes, { error: explainIssue }).error ?? {}
    const wrong = issues.map(({ path, message }) => explain(String(path[0]), attributes, message))
    return bad(wrong.join('；'))
  }
  parsed.data.time = inMilliseconds(parsed.data.time)
  return { ok: true, value: parsed.data }
}

/** An instant is kept in milliseconds: as it is read here it must come back from the database, or a rebuild differs. */
const inMilliseconds = (instant: string): string =>
  /\.\d{3}Z$/.test(instant) ? instant : new Date(Date.parse(instant)).toISOString()

const bad = (problem: string) => ({ ok: false, reason: 'bad-header', detail: `${problem}。` }) as const

function explain(attribute: string, attributes: Record<string, string>, rule: string): string {
  const name = new Map<string, string>(Object.entries(ATTRIBUTES)).get(attribute) ?? attribute
  const value = attributes[attribute]
  return value === undefined ? `缺少消息头 ${name}` : `消息头 ${name} 的值${quote(value)}不符合约定：${rule}`
}

/** `application/json; charset=utf-8` says the same as `application/json`. */
const mediaType = (text: string): string => text.replace(/;\s*charset=utf-8$/i, '').toLowerCase()
