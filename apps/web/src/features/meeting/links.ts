import type { MeetingLine } from '@lianxi/schema/views/meeting'
import { address } from '@/features/session/search'
import { minuteOf } from '@/features/ui/format'

export const MEETINGS = '/meetings'
export const meetingHref = (code: string, zone: string): string => address(`${MEETINGS}/${code}`, { zone })

/** An instant as an address has a moment: the minute in China. */
const minute = (instant: string): string => minuteOf(instant).replace(' ', 'T')

type Held = Pick<MeetingLine, 'heldAt' | 'previous'>

/** What the board showed when the meeting began. */
export const pictureHref = ({ heldAt }: Held, zone: string): string => address('/board', { zone, asOf: minute(heldAt) })

/** What changed since it began. */
export const sinceHref = ({ heldAt }: Held, zone: string): string =>
  address('/board/changes', { zone, comparedWith: minute(heldAt) })

/** What had changed since the meeting before it; undefined: there was none. */
export const betweenHref = ({ heldAt, previous }: Held, zone: string): string | undefined =>
  previous === null
    ? undefined
    : address('/board/changes', { zone, asOf: minute(heldAt), comparedWith: minute(previous) })
