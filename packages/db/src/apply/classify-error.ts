/** What an error carries under a name, if that is a text. */
function carried(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null || !(name in error)) return undefined
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** Errors of PostgreSQL carry their SQLSTATE in `code`; so do Node's system errors, with letters like ECONNREFUSED. */
const codeOf = (error: unknown): string | undefined => carried(error, 'code')

/** A rule of the domain or a contract that a stored event does not fit: the message at hand is the cause. */
export class UnappliableEvent extends Error {
  override readonly name = 'UnappliableEvent'
}

/**
 * Whose fault an error is. SQLSTATE classes 22 (data) and 23 (constraint) and failures of the rules belong to a
 * message; everything else, known or not, is an outage: wait and try again, park nothing.
 */
export function classifyError(error: unknown): 'message' | 'transient' {
  if (error instanceof UnappliableEvent) return 'message'
  const code = codeOf(error)
  return code !== undefined && /^(22|23)[0-9A-Z]{3}$/.test(code) ? 'message' : 'transient'
}

/** A row of a cell was no longer where it had been found: its key exists, and was to be written once more. */
export const isMovedCell = (error: unknown): boolean =>
  codeOf(error) === '23505' && carried(error, 'constraint') === 'progress_pkey'

/** True for "somebody else holds this lock" (55P03). */
export const isLockTaken = (error: unknown): boolean => codeOf(error) === '55P03'

/** An error may quote the message; PostgreSQL stores no NUL. */
export const storableReason = ({ message }: Error): string =>
  message.slice(0, 500).replace(/[\p{Cc}\p{Cs}]/gu, '\u{fffd}')
