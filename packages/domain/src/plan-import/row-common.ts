import type { PlanListed, Source } from '@lianxi/schema/events/facts'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import { visibility } from '@lianxi/schema/vocabulary'
import { namesOf } from '../plan/stated-bodies'
import { findNamed, type Known } from './known'
import type { LookUp } from './look-up'
import type { RowReader } from './row-reader'

export const YES_NO = { yes: '是', no: '否' } as const
export const FREQUENCY_WORDS = FREQUENCY_LABELS

/** The plan a row belongs to, of this file or of the board; a coordinator's are his region's only. */
export function findPlan(at: RowReader, known: Known): PlanListed | undefined {
  const said = at.text('plan', 120)
  if (said === null && known.onlyPlan !== undefined) return known.onlyPlan
  if (said === null) return void at.error('plan', '请填所属规划的编号或名称')
  const found = findNamed(known.plans, said, '规划')
  if (!found.ok) return void at.error('plan', found.sentence)
  if (known.owner !== null && found.it.region !== known.owner) {
    return void at.error('plan', `规划“${found.it.name}”不是本行政区的规划，您不能修改`)
  }
  return found.it
}

/**
 * 牵头单位 and 责任单位 as the plan has them, the leading one first: kept in its words. A name that is no registered body
 * is told, since no list can use it.
 */
export function readBodies(at: RowReader, { isBody }: LookUp, before: string | undefined): string | undefined {
  const [keptLead = '', ...kept] = namesOf(before ?? '')
  const read = (field: 'leadBody' | 'coBodies', stays: string[]): string[] => {
    if (!at.has(field)) return stays
    const names = namesOf(at.text(field, 300) ?? '')
    const unknown = names.filter((name) => !isBody(name)).map((name) => `“${name}”`)
    if (unknown.length > 0) at.warning(field, `${unknown.join('、')}没有登记为单位：照原文保留，列入清单时不能带出`)
    return names
  }
  // Where one column alone speaks, the other's part stays.
  const lead = read('leadBody', at.has('coBodies') ? [] : [keptLead])
  const said = namesOf([...lead, ...read('coBodies', kept)].join('、')).join('、')
  if (said.length > 300) at.error('coBodies', `牵头和责任单位合计不超过300字，现有${said.length}字，请精简`)
  return said === '' ? undefined : said.slice(0, 300)
}

/** Where the plan says it; what no column speaks of stays. */
export function readSource(at: RowReader, plan: string, before: Source | undefined): Source {
  const text = (field: 'chapter' | 'section' | 'box') =>
    at.has(field) ? at.text(field, 200) : (before?.[field] ?? null)
  return { plan, chapter: text('chapter'), section: text('section'), box: text('box'), line: lineOf(at, before) }
}

function lineOf(at: RowReader, before: Source | undefined): number | null {
  if (!at.has('line')) return before?.line ?? null
  const value = at.number('line')?.value
  if (value === undefined) return null
  if (/^\d{1,6}$/.test(value)) return Number(value)
  at.error('line', '行号应为整数')
  return null
}

/** 征求意见稿 is never public. */
export function visibilityOf(
  at: RowReader,
  plan: PlanListed,
  before: { visibility: 'public' | 'internal' } | undefined,
) {
  const said = at.has('visibility') ? at.choice('visibility', visibility.labels) : null
  if (plan.status !== 'draft') return said ?? before?.visibility ?? 'internal'
  if (said === 'public') at.warning('visibility', '征求意见稿不能公开，已按“工作内部”处理')
  return 'internal'
}
