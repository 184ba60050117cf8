import type { Neighbours } from '@lianxi/schema/views/check-context'
import { grouped } from '@lianxi/schema/figure-words'
import type { Finding } from '@lianxi/schema/views/result'
import { decimalOf, exact } from './exact'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

const CODES = { same: 'reported-elsewhere', parts: 'parts-over-whole' } as const

/** Others may speak between the submission and the approval; the approver does not wait for an answer to that. */
export const isOfNeighbours = (code: string): boolean => code === CODES.same || code === CODES.parts

const shown = (value: bigint): string => grouped(decimalOf(value))

/** The same indicator, region and period under another plan's or list's name: one figure, asked once. */
function checkSame(value: bigint, { same }: Neighbours): Finding[] {
  const other = same.find((said) => exact(said.value) !== value)
  if (other === undefined) return []
  const message = `同一指标已在“${other.name}”中填报 ${grouped(other.value)}，与本次填报不一致，请核对；确有不同的，请说明原因。`
  return [{ level: 'warning', code: CODES.same, field: 'value', message }]
}

/** Parts cannot be more than their whole, whichever of them is typed; a missing part is no part. */
function checkParts(figure: bigint, field: string, neighbours: Neighbours, percent: number): Finding[] {
  const { parts, whole, place } = neighbours
  const others = parts.reduce((sum, part) => sum + exact(part.figure), 0n)
  const [all, most] =
    place === 'whole' ? [others, figure] : [others + figure, whole === null ? undefined : exact(whole.figure)]
  if (parts.length === 0 || most === undefined || all * 100n <= most * BigInt(percent)) return []
  const names = parts.map(({ name }) => name).join('、')
  const against = place === 'whole' ? `本次填报的 ${shown(figure)}` : `${whole?.name ?? ''} ${shown(most)}`
  const sum = `${place === 'whole' ? names : `本次填报与${names}`}合计 ${shown(all)}`
  const message = `${sum}，超过${against}，请核对；确实如此的，请说明原因。`
  return [{ level: 'warning', code: CODES.parts, field, message }]
}

type Said = { field: string; figure: string | null; comparesIndicator: boolean }

/** What others said of the same thing; they speak on topics of their own, so the worker does not ask them. */
export function checkNeighbours(said: Said, neighbours: Neighbours | null, thresholds: CheckThresholds): Finding[] {
  if (neighbours === null || said.figure === null) return []
  const figure = exact(said.figure)
  return [
    ...(said.comparesIndicator ? checkSame(figure, neighbours) : []),
    ...checkParts(figure, said.field, neighbours, thresholds.parts.sumPercent),
  ]
}
