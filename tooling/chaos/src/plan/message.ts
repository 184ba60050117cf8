import type { Kind } from '../checker/receipts'
import { bodyOf, NOW, ZONE } from './world'

export type Headers = Record<string, string | Buffer | (string | Buffer)[]>
/** A message as a region's own system would send it, written without any code of ours. */
export type Message = { key: string | Buffer | null; headers: Headers; value: Buffer | null }

/** What a report says, as the contract spells it (docs/contracts). */
export type Said = {
  eventId: string
  kind: Kind
  subject: string
  region: string
  period: string
  revision: number
  replaces: string | null
  content: Record<string, unknown>
}

export const typeOf = (kind: Kind): string => `lianxi.${kind}.progress-reported.v1`

export function dataOf({ subject, region, period, revision, replaces, content }: Said): Record<string, unknown> {
  return {
    zone: ZONE,
    subject,
    region,
    body: bodyOf(region),
    period,
    revision,
    replaces,
    correctionReason: replaces === null ? null : '核定数更正',
    reportedBy: '直报系统',
    approvedBy: '直报系统',
    submittedAt: NOW,
    warnings: [],
    content,
  }
}

export function headersOf({ eventId, kind, subject, region }: Said): Record<string, string> {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: eventId,
    ce_source: bodyOf(region),
    ce_type: typeOf(kind),
    ce_subject: subject,
    ce_time: NOW,
  }
}

export const messageOf = (said: Said): Message => ({
  key: said.subject,
  headers: headersOf(said),
  value: Buffer.from(JSON.stringify(dataOf(said))),
})

/** A UUIDv7 from a moment (milliseconds) and 62 drawn bits, so that a seed repeats its ids too. */
export function eventIdOf(ms: number, draw: () => number): string {
  const time = Math.floor(ms).toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    Math.floor(draw() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'.charAt(Math.floor(draw() * 4))}${hex(3)}-${hex(6)}${hex(6)}`
}
