import { findTopic, type Topic } from '../topics'
import type { Envelope } from './envelope'
import { explainIssue, quote } from './explain-issue'
import type { ParkedReason } from './parked-reason'
import { readEnvelope, type MessageHeaders } from './read-envelope'
import { findText, readJson } from './read-json'
import { EVENTS, isEventType, type EventType, type LianxiEvent } from './registry'
import { subjectOf } from './subject-of'

/** A message as it lies on a topic, whoever wrote it. */
export type RawMessage = {
  topic: string
  key: Uint8Array | null
  headers: MessageHeaders
  value: Uint8Array | null
}

/** An event that keeps its contract. `region` and `period` are null where the event is not about one. */
export type ParsedEvent = LianxiEvent & {
  envelope: Envelope
  topic: Topic
  region: string | null
  period: string | null
}

/** `plain`: the message's bytes are the event's data as they may be stored ({@link readJson}). */
export type Parsed = { ok: true; event: ParsedEvent; plain: boolean } | Parked
export type Parked = { ok: false; reason: ParkedReason; detail: string }

/**
 * Reads a message, or says why it must be parked: only what the message and its topic's name prove wrong. Never throws,
 * whatever the bytes are. `detail` is a Chinese sentence for the administrator, without control characters.
 */
export function parseMessage(message: RawMessage): Parsed {
  const topic = findTopic(message.topic)
  if (topic === undefined) return parked('unknown-topic', `主题${quote(message.topic)}不在约定之内。`)
  const envelope = readEnvelope(message.headers)
  if (!envelope.ok) return parked(envelope.reason, envelope.detail)
  const { type } = envelope.value
  if (!isEventType(type)) return unknownType(type)
  if (EVENTS[type].topic !== topic.kind) {
    return parked(
      'wrong-topic',
      `“${EVENTS[type].title}”应写入以 ${EVENTS[type].topic}.v1 结尾的主题，请改发到该主题。`,
    )
  }
  const json = readJson(message.value)
  if (!json.ok) return parked(json.reason, json.detail)
  const data = EVENTS[type].schema.safeParse(json.value)
  if (!data.success) return badData(type, json.value)
  // Type and data come from the same entry of the registry; TypeScript cannot follow that through the union. The object
  // is written out at once: spread together, messages became slow dictionaries.
  const event = { type, data: data.data, envelope: envelope.value, topic, region: null, period: null } as ParsedEvent
  const wrong = foreignPart(event, topic, envelope.value) ?? otherSubject(event, message.key, envelope.value)
  if (wrong !== undefined) return wrong
  const { region, period } = placeOf(event)
  event.region = region
  event.period = period
  return { ok: true, event, plain: json.plain }
}

const SHOWN_ISSUES = 5

/** In our words only now: a schema asked to explain itself is half as fast. One rule a place; of several the last, which is the narrowest. */
function badData(type: EventType, data: unknown): Parked {
  const issues = EVENTS[type].schema.safeParse(data, { error: explainIssue }).error?.issues ?? []
  const rules = new Map(issues.map(({ path, message }) => [path.join('.') || '内容', message]))
  const places = [...rules].slice(0, SHOWN_ISSUES).map(([place, rule]) => `${place}：${rule}`)
  const more = rules.size > SHOWN_ISSUES ? `；另有${rules.size - SHOWN_ISSUES}处` : ''
  return parked('bad-data', `“${EVENTS[type].title}”不符合数据约定。${places.join('；')}${more}。${SEND_ANEW}`)
}

function unknownType(type: string): Parked {
  const [, base, version] = /^(.{1,100})\.v(\d{1,6})$/.exec(type) ?? []
  const known = `${base}.v1`
  return isEventType(known) && Number(version) > 1
    ? parked(
        'newer-version',
        `事件“${EVENTS[known].title}”的版本 v${version} 高于本系统支持的 v1，系统升级后可重新处理，不必重发。`,
      )
    : parked('unknown-type', `事件类型${quote(type)}不在约定之内，请核对消息头 ce_type。`)
}

/** A region speaks for itself only: its topic, the data's region and the body that speaks are of one region. */
function foreignPart(event: LianxiEvent, topic: Topic, { source }: Envelope): Parked | undefined {
  if (!('region' in topic)) return undefined
  // Only what a region's topic may carry has the body that speaks and its region; another type was parked before.
  if (!('region' in event.data) || !('body' in event.data)) return undefined
  const { region, body } = event.data
  const own = `${topic.region}-`
  if (region !== topic.region) return foreign(`内容中的行政区 ${region}`, topic.region)
  if (!body.startsWith(own)) return foreign(`填报单位 ${body}`, topic.region)
  if (!source.startsWith(own)) return foreign(`消息头 ce_source 的单位 ${source}`, topic.region)
  return undefined
}

const foreign = (who: string, region: string): Parked =>
  parked('foreign-region', `${who} 不属于 ${region}；该主题只能由 ${region} 以自己的名义填报。`)

function otherSubject(event: LianxiEvent, keyBytes: Uint8Array | null, envelope: Envelope): Parked | undefined {
  const subject = subjectOf(event)
  const key = keyBytes === null ? undefined : isAscii(keyBytes, subject) ? subject : findText(keyBytes)
  if (key !== subject) return mismatch(`消息键${keyBytes === null ? '为空' : quote(key ?? '不是文本')}`, subject)
  if (envelope.subject !== subject) return mismatch(`消息头 ce_subject ${quote(envelope.subject)}`, subject)
  return undefined
}

/** Whether bytes are this text, letter by letter; false also for what is not ASCII. */
function isAscii(bytes: Uint8Array, text: string): boolean {
  if (bytes.length !== text.length) return false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter > 0x7f || bytes[at] !== letter) return false
  }
  return true
}

const mismatch = (what: string, subject: string): Parked =>
  parked('key-mismatch', `${what}，与内容所指“${subject}”不一致；消息键、ce_subject 与内容中的编号须相同。`)

/** What the event is about. */
export function placeOf({ data }: LianxiEvent): { region: string | null; period: string | null } {
  return {
    region: 'region' in data ? data.region : null,
    period: 'period' in data ? data.period : null,
  }
}

/** An id stands for one content for ever, so a mended message needs its own. */
const SEND_ANEW = '请改正后以新的事件编号重新发送。'

const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu

/** What a hostile message quotes must not make its own parking fail: PostgreSQL stores no NUL. */
function parked(reason: ParkedReason, detail: string): Parked {
  return { ok: false, reason, detail: detail.slice(0, 600).replace(UNSTORABLE, '\u{fffd}') }
}
