import type { Entry } from '@lianxi/schema/commands/entry'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { Finding } from '@lianxi/schema/views/result'
import { checkProject } from './check-project'
import { checkTarget } from './check-target'
import { readEntry } from './read-entry'

/**
 * Checks on entry (DOMAIN.md, A report's life): errors stop the submission, warnings ask for a reason and travel with
 * the report. The same code runs in the browser while somebody types, on the server and over uploaded tables.
 */
export function checkEntry(entry: Entry, context: CheckContext, correctionReason: string | null): Finding[] {
  const read = readEntry(entry)
  const explained = (correctionReason ?? '').trim() !== ''
  const compared =
    read.kind === 'target'
      ? checkTarget(read.content, context, explained)
      : checkProject(read.content, context, explained)
  return [...read.findings, ...correction(context, explained), ...compared]
}

function correction(context: CheckContext, explained: boolean): Finding[] {
  if (!context.correction || explained) return []
  const message = '本期已报送过，再次报送属于更正，请说明更正原因。'
  return [{ level: 'error', code: 'correction-reason', field: 'correctionReason', message }]
}
