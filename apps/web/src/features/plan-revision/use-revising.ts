'use client'

import type { TypedFigure } from '@lianxi/domain/report/read-figure'
import type { RevisionDeed } from '@lianxi/schema/commands/plan-revision'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import type { FormOf } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'

export type Revised = { zone: string; subject: string }

/** What is typed in one form about a revision, which stays whatever becomes of the page, and its deed. */
export function useRevising<Fields extends Record<string, string>>(
  { zone, subject }: Revised,
  start: Fields,
  of: FormOf,
) {
  const form = useKeptDeed(of, start)
  const { deed } = form
  const say = (said: RevisionDeed, done: string) => {
    const command = { zone, subject, deed: said }
    return deed.run(command, (idempotencyKey) => api.plan.revise.mutate({ ...command, idempotencyKey }), done)
  }
  /** Undefined: it is no such figure, which is said at the field. */
  const read = <Figure>(field: string, figure: TypedFigure<Figure>): Figure | null | undefined => {
    if (figure.ok) return figure.figure
    deed.setSaid({ ok: false, message: figure.why, field })
    return undefined
  }
  return { ...form, say, read }
}

/** Single years are fields of their own, and as many as the typed years leave. */
export const yearField = (year: number): string => `year ${year}`
export const yearFields = (points: readonly (readonly [year: number, figure: string])[]): Record<string, string> =>
  Object.fromEntries(points.map(([year, figure]) => [yearField(year), figure]))

const YEAR = /^(19[89]|20[0-5])\d$/
export const yearOf = (typed: string): TypedFigure<number> => {
  const plain = typed.normalize('NFKC').trim()
  if (plain === '') return { ok: true, figure: null }
  return YEAR.test(plain) ? { ok: true, figure: Number(plain) } : { ok: false, why: '请填写四位年份，如2026' }
}

/** Years from the first on and before the end, for the fields of single years; not more than a plan has. */
export function yearsBetween(from: string, end: string): number[] {
  const [first, last] = [yearOf(from), yearOf(end)]
  if (!first.ok || !last.ok || first.figure === null || last.figure === null) return []
  const count = Math.min(10, last.figure - first.figure)
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first.figure ?? 0) + index)
}
