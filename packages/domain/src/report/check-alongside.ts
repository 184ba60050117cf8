import { Decimal } from '@lianxi/schema/decimal'
import type { Alongside, CheckContext } from '@lianxi/schema/views/check-context'
import type { Finding } from '@lianxi/schema/views/result'
import type { Against } from './against'
import { checkProject } from './check-project'
import { checkTarget } from './check-target'
import { digestOf } from './digest'
import type { ReadEntry } from './read-entry'
import { converted } from './unit-scale'

type Context = Pick<CheckContext, 'period' | 'saidAt' | 'unit' | 'thresholds' | 'alongside'>

/**
 * The same figure against the plan and the history of each subject it serves; of one kind of finding the first is shown,
 * so that one reason answers all.
 */
export function checkAlongside(read: ReadEntry, context: Context, explained: boolean, own: Finding[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const other of context.alongside ?? []) {
    for (const finding of checkOne(read, other, context, explained)) {
      const said = [...own, ...found.values()].some(({ code }) => code === finding.code)
      if (!said) found.set(finding.code, { ...finding, message: `对照“${other.name}”：${finding.message}` })
    }
  }
  return [...found.values()]
}

function checkOne(read: ReadEntry, other: Alongside, context: Context, explained: boolean): Finding[] {
  const { period, saidAt, unit, thresholds } = context
  const promised = { kind: read.kind, ...other }
  const before = digestOf(other.history, period)
  const against: Against = { period, saidAt, promised, before, explained, thresholds }
  if (read.kind === 'project') return checkProject(read.content, against)
  const { value: typed } = read.content
  const value = typed === null ? null : converted(typed, unit, other.unit)
  if (value === undefined || (value !== null && !Decimal.safeParse(value).success)) return [notInUnit(other)]
  return checkTarget({ ...read.content, value }, against)
}

const notInUnit = ({ unit }: Alongside): Finding => ({
  ...{ level: 'error', code: 'value-unit', field: 'value' },
  message: `数值不能换算为${unit ?? '该项的单位'}，请核对。`,
})
