import { decimalFigure, wanFigure } from '@lianxi/domain/report/read-figure'
import type { Proposal } from '@lianxi/schema/commands/year-list'

/** A line of a plan in the form: its box's value, and the name of the field with its figure. */
export const lineOf = (subject: string, region: string): string => `${subject} ${region}`
export const figureOf = (line: string): string => `figure ${line}`

export type Offered = { line: string; name: string; kind: 'target' | 'project' }
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
