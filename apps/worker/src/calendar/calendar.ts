import type { Logger } from 'pino'
import { startLoop } from '../loop'

export type CalendarStatus = { lastPassAt: Date | undefined; written: number }
export type CalendarDeps = {
  /** Writes the events whose moment has come into the outbox, once each, and returns how many were new. */
  writeDueEvents: () => Promise<number>
  log: Logger
  everyMs: number
}
export type RunningCalendar = { status: CalendarStatus; stop: () => Promise<void> }

/** Time → events. Domain time is read in the database each time, so a moved demo clock is seen at the next look. */
export function startCalendar({ writeDueEvents, log, everyMs }: CalendarDeps): RunningCalendar {
  const status: CalendarStatus = { lastPassAt: undefined, written: 0 }
  const loop = startLoop({
    name: 'calendar',
    everyMs,
    log,
    step: async () => {
      const written = await writeDueEvents()
      status.lastPassAt = new Date()
      status.written += written
      if (written > 0) log.info({ written }, 'the calendar wrote events')
    },
  })
  return { status, stop: loop.stop }
}
