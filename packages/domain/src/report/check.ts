import type { Entry } from '@lianxi/schema/commands/entry'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { Finding } from '@lianxi/schema/views/result'
import { isExplained, type Against } from './against'
import { checkAlongside } from './check-alongside'
import { checkProject } from './check-project'
import { checkProjectSaid } from './check-project-said'
import { checkTarget } from './check-target'
import { digestOf } from './digest'
import { checkNeighbours } from './neighbours'
import { type ReadEntry, readEntry } from './read-entry'

/**
 * Checks on entry (DOMAIN.md, A report's life): errors stop the submission, warnings ask for a reason and travel with
 * the report. The same code runs in the browser while somebody types, on the server, over uploaded tables, and in the
 * worker, which keeps the digest of earlier figures beside each report.
 */
export function checkEntry(entry: Entry, context: CheckContext, correctionReason: string | null): Finding[] {
  const read = readEntry(entry)
  const { period, saidAt, history, correction, neighbours, thresholds } = context
  const explained = isExplained(correctionReason)
  const promised = { kind: read.kind, ...context }
  const against: Against = { period, saidAt, promised, before: digestOf(history, period), explained, thresholds }
  const compared = read.kind === 'target' ? checkTarget(read.content, against) : checkProject(read.content, against)
  compared.push(...checkAlongside(read, context, explained, compared))
  const wrong = compared.some(({ level }) => level === 'error')
  const unread = context.qualitative && context.basis === 'flag' ? read.findings.map(askingForDone) : read.findings
  return [
    ...unread,
    ...(read.kind === 'project' && read.findings.length === 0 ? checkProjectSaid(read.content, context) : []),
    ...(correction && !explained ? [UNEXPLAINED] : []),
    ...compared,
    ...(wrong ? [] : checkNeighbours(figureOf(read), neighbours, thresholds)),
  ]
}

const figureOf = (read: ReadEntry) =>
  read.kind === 'target'
    ? { field: 'value', figure: read.content.value, comparesIndicator: true }
    : {
        field: 'investedTotalWan',
        figure: read.content.investedTotalWan?.toString() ?? null,
        comparesIndicator: false,
      }

/** Where no figure is asked, the form asks whether it is done. */
const askingForDone = (finding: Finding): Finding =>
  finding.code === 'value-missing'
    ? {
        ...{ level: 'error', code: 'done-missing', field: 'doneOn' },
        message: '请填写完成日期，尚未完成的请勾选“尚未完成”；确无变化的，请选“本期无变化”。',
      }
    : finding

const UNEXPLAINED: Finding = {
  level: 'error',
  code: 'correction-reason',
  field: 'correctionReason',
  message: '本期已报送过，再次报送属于更正，请说明更正原因。',
}
