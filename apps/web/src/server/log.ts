import { pino } from 'pino'
import type { Env } from './env'

/** One structured line an event; identifiers, never bodies. */
export const createLog = (level: Env['LOG_LEVEL']) => pino({ level, base: { app: 'web' } })
export type Log = ReturnType<typeof createLog>
