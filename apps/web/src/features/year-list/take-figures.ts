import { decimalFigure, wanFigure } from '@lianxi/domain/report/read-figure'
import { figureDoubts, type Held } from '@lianxi/domain/year-list/item-doubts'
import type { Proposal } from '@lianxi/schema/commands/year-list'

/** A line of a plan in the form: its box's value, and the name of the field with its figure. */
export const lineOf = (subject: string, region: string): string => `${subject} ${region}`
export const figureOf = (line: string): string => `figure ${line}`

/** `before`: the figure the plan gives or that was derived; `held`: what else a figure is compared with. */
export type Offered = {
  line: string
  name: string
  kind: 'target' | 'project'
  unit: string | null
  before: Proposal
  held: Held
}
type Taken = { subject: string; region: string; figure: Proposal }
/** What is taken, or the first line whose figure cannot be read and why. */
export type Read = { ok: true; taken: Taken[] } | { ok: false; line: string; message: string }

/** The chosen lines with their figures as typed; an empty field is no figure, never zero. */
export function readTaken(
  typed: (field: string) => string,
  chosen: readonly string[],
  offered: readonly Offered[],
): Read {
  const byLine = new Map(offered.map((one) => [one.line, one]))
  const taken: Taken[] = []
  for (const line of chosen) {
    const { name, kind } = byLine.get(line) ?? { name: line, kind: 'target' as const }
    const text = typed(figureOf(line))
    const value = kind === 'target' ? decimalFigure(text) : decimalFigure('')
    const planWan = kind === 'project' ? wanFigure(text) : wanFigure('')
    const [subject = '', region = ''] = line.split(' ')
    if (!value.ok) return { ok: false, line, message: `${name}：数值${value.why}。` }
    if (!planWan.ok) return { ok: false, line, message: `${name}：年度计划${planWan.why}。` }
    taken.push({ subject, region, figure: { value: value.figure, planWan: planWan.figure } })
  }
  return { ok: true, taken }
}

/** One line's figure that is hardly meant, and why; its words are what somebody says is right. */
export type Doubt = { line: string; said: string }

/** The same of each line as the form of one item says; the others are as they are. */
export function doubtsOf(taken: readonly Taken[], offered: readonly Offered[], year: number): Doubt[] {
  const byLine = new Map(offered.map((one) => [one.line, one]))
  return taken.flatMap(({ subject, region, figure }) => {
    const line = lineOf(subject, region)
    const one = byLine.get(line)
    if (one === undefined) return []
    const { name, unit, before, held } = one
    return figureDoubts(figure, held, { year, unit, before }).map((doubt) => ({ line, said: `${name}：${doubt}` }))
  })
}
