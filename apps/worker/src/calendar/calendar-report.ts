import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { CalendarStatus } from './calendar'

/** What the calendar tells of itself: a period that opens or falls due a minute late is nobody's loss, so it never alarms. */
export const reportCalendar = ({ lastPassAt, written }: CalendarStatus): PartReport => ({
  ready: lastPassAt !== undefined,
  complaints: [],
  attention: [],
  facts: { lastPassAt: lastPassAt?.toISOString() ?? null, written },
})
