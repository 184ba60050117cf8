import { z } from 'zod'
import { BodyCode, FactCode } from '../codes'
import { CalendarDate, Instant, text } from '../decimal'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const secretariat = {
  by: BodyCode,
  person: text(60).meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '登记日期', description: 'in China' }),
}

/**
 * A joint meeting that was held. Said again of the same code, its entry was put right; the last one counts. What the
 * board showed when it began is what it had before it.
 */
export const MeetingHeld = z.strictObject({
  code: FactCode.meta({ examples: ['Z-PX-HY-001'] }),
  title: said(120, '须写明会议名称').meta({ title: '会议名称', examples: ['攀西经济区联席会议第三次会议'] }),
  heldAt: Instant.meta({ title: '召开时间', description: 'when it began, to the minute' }),
  place: text(120).meta({ title: '地点' }),
  minutes: FactCode.nullable().meta({
    title: '会议纪要',
    description: 'the listed document with what it decided; null: none yet',
  }),
  note: text(500).meta({ title: '说明' }),
  ...secretariat,
})
export type MeetingHeld = z.infer<typeof MeetingHeld>

/** The entry was a mistake: no such meeting was held. */
export const MeetingStruck = z.strictObject({
  code: FactCode,
  reason: said(500, '撤销登记须说明原因').meta({ title: '撤销原因' }),
  ...secretariat,
})
export type MeetingStruck = z.infer<typeof MeetingStruck>
