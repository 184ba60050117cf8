import type { MeetingLine } from '@lianxi/schema/views/meeting'
import { CHANGES } from '@/features/board/links'
import { address } from '@/features/session/search'
import { fieldMinuteOf } from '@/features/ui/format'

export const MEETINGS = '/meetings'
export const meetingHref = (code: string, zone: string): string => address(`${MEETINGS}/${code}`, { zone })

type Held = Pick<MeetingLine, 'heldAt' | 'previous'>

/** What the board showed when the meeting began. */
export const pictureHref = ({ heldAt }: Held, zone: string): string =>
  address('/board', { zone, asOf: fieldMinuteOf(heldAt) })

/** What changed since it began. */
export const sinceHref = ({ heldAt }: Held, zone: string): string =>
  address(CHANGES, { zone, comparedWith: fieldMinuteOf(heldAt) })

/** What had changed since the meeting before it; undefined: there was none. */
export const betweenHref = ({ heldAt, previous }: Held, zone: string): string | undefined =>
  previous === null
    ? undefined
    : address(CHANGES, { zone, asOf: fieldMinuteOf(heldAt), comparedWith: fieldMinuteOf(previous) })
