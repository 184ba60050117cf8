import { pino, type Logger } from 'pino'

/** PostgreSQL puts rows into an error's `detail` and `where`; a log line gets neither. */
function errorIdentity(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name: error.name, code, message: error.message, stack: error.stack }
}

/** One structured line an event: identifiers, never bodies. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: { app: 'worker' },
    serializers: { err: errorIdentity },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
