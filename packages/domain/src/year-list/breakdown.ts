import Big from 'big.js'
import { isInside } from '../place/inside'
import type { YearList } from './state'

/** How a zone's value is made of its regions' (分解): the parts, their sum, and what is left of the whole. */
export type Breakdown = {
  subject: string
  whole: string | null
  parts: { region: string; value: string }[]
  sum: string
  /** Sum minus whole, in the target's unit; null without a whole. */
  gap: string | null
  /** Responsible regions that have no part yet. */
  missing: string[]
}

export type BreakdownContext = {
  /** Subjects whose indicator is summed over regions (指标的汇总方式为求和); of others nothing is added up. */
  summed: ReadonlySet<string>
  /** The plan's own value for the list's year, by subject; the list's `wholes` go before. */
  planned: ReadonlyMap<string, string>
  /** Region → parent. A region inside another that has a part of its own is compared with it, never added. */
  parents: ReadonlyMap<string, string | null>
  responsible: readonly string[]
}

/**
 * One row a summed target that the list breaks down, in the order of the list. A region's own list breaks nothing of the
 * zone down: what it holds is that region's, and the others are in the zone's list.
 */
export function breakdown(list: YearList, context: BreakdownContext): Breakdown[] {
  if (list.region !== null) return []
  const subjects = new Set(
    list.items.flatMap(({ content }) =>
      content.kind === 'target' && context.summed.has(content.subject) ? [content.subject] : [],
    ),
  )
  return [...subjects].map((subject) => rowOf(list, subject, context))
}

function rowOf(list: YearList, subject: string, { planned, parents, responsible }: BreakdownContext): Breakdown {
  const parts = list.items.flatMap(({ content: { subject: of, region, target } }) =>
    of === subject && target?.yearValue ? [{ region, value: target.yearValue.value }] : [],
  )
  const there = new Set(parts.map(({ region }) => region))
  const added = parts.filter(({ region }) => !isInside(region, there, parents))
  const sum = added.reduce((total, { value }) => total.plus(value), new Big(0))
  const whole = list.wholes.find((one) => one.subject === subject)?.value ?? planned.get(subject) ?? null
  return {
    subject,
    whole,
    parts,
    sum: sum.toFixed(),
    gap: whole === null ? null : sum.minus(whole).toFixed(),
    missing: responsible.filter((region) => !there.has(region)),
  }
}

export type Shares = { subject: string; parts: { region: string; percent: number }[]; percent: number }

/**
 * Agreed shares of a project's parts in percent, where the list states them for at least two regions; what a district
 * says of its part lies inside its city's.
 */
export function shares(list: YearList, regions: ReadonlyMap<string, { parent: string | null }>): Shares[] {
  const bySubject = new Map<string, Shares['parts']>()
  for (const { content } of list.items) {
    const percent = content.project?.sharePercent ?? null
    if (percent === null) continue
    bySubject.set(content.subject, [...(bySubject.get(content.subject) ?? []), { region: content.region, percent }])
  }
  const parents = new Map([...regions].map(([code, { parent }]) => [code, parent]))
  return [...bySubject].flatMap(([subject, stated]) => {
    const there = new Set(stated.map(({ region }) => region))
    const parts = stated.filter(({ region }) => !isInside(region, there, parents))
    const percent = parts.reduce((sum, part) => sum + part.percent, 0)
    return parts.length > 1 ? [{ subject, parts, percent }] : []
  })
}

/**
 * Figures a body will owe in a quarter (填报负担): monthly items three, quarterly one, half-yearly and yearly a part.
 * `figures`: what each subject reports, by its code; the same of one region is asked for once.
 */
export function load(list: YearList, figures: ReadonlyMap<string, string>): { body: string; perQuarter: number }[] {
  const each = { month: 3, quarter: 1, half: 0.5, year: 0.25 } as const
  const owed = new Map<string, number>()
  const asked = new Set<string>()
  for (const { content } of list.items) {
    const figure = `${content.region} ${figures.get(content.subject) ?? content.subject}`
    if (asked.has(figure)) continue
    asked.add(figure)
    owed.set(content.body, (owed.get(content.body) ?? 0) + each[content.frequency])
  }
  return [...owed].map(([body, perQuarter]) => ({ body, perQuarter })).sort((a, b) => b.perQuarter - a.perQuarter)
}
