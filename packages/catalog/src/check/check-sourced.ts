import type { Catalogue } from '../catalogue'
import type { CatalogueIssue } from '../issue'
import type { Located } from '../read/read-rows'
import type { RowSource } from '../rows/common'
import { checkEach, codesOf } from './reporter'

type Sourced = { code: string; zone: string; plan: string; source: RowSource; visibility: 'public' | 'internal' }

/** What all facts of a plan have in common: plan, zone, places, provenance; and that no code stands twice. */
export function checkSourced(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const { baselines, targets, projects, tasks } = catalogue
  const plans = new Map(catalogue.plans.map(({ row }) => [row.code, row]))
  const check = (rows: Located<Sourced>[]) =>
    checkEach(rows, issues, (row, fault) => {
      const plan = plans.get(row.plan)
      if (plan === undefined) return fault('plan', `规划 ${row.plan} 不存在`)
      if (plan.zone !== row.zone) fault('zone', `与规划 ${plan.code} 的经济区 ${plan.zone} 不同`)
      if (row.source.plan !== row.plan) fault('source.plan', `出处的规划 ${row.source.plan} 与 ${row.plan} 不同`)
      if (plan.status.startsWith('draft') && row.visibility === 'public')
        fault('visibility', '征求意见稿的内容不得公开')
    })
  for (const rows of [baselines, targets, projects, tasks]) check(rows)
  checkPlaces(catalogue, issues)
  checkCodes(catalogue, issues)
}

function checkPlaces(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const places = new Set([...codesOf(catalogue.regions), ...codesOf(catalogue.zones)])
  const unknown = (code: string) => (places.has(code) ? undefined : `行政区 ${code} 不存在`)
  checkEach<{ code: string; region: string }>([...catalogue.baselines, ...catalogue.targets], issues, (row, fault) => {
    const sentence = unknown(row.region)
    if (sentence !== undefined) fault('region', sentence)
  })
  checkEach<{ code: string; regions?: string[] | undefined }>(
    [...catalogue.targets, ...catalogue.projects],
    issues,
    (row, fault) => {
      for (const [index, code] of (row.regions ?? []).entries()) {
        const sentence = unknown(code)
        if (sentence !== undefined) fault(`regions.${index}`, sentence)
      }
    },
  )
}

/** Subjects and facts share one space of codes; a mechanism is named after its zone or region. */
function checkCodes(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const { zones, regions, bodies, indicators, plans, baselines, targets, projects, tasks } = catalogue
  const seen = new Set<string>()
  checkEach<{ code: string }>(
    [...zones, ...regions, ...bodies, ...indicators, ...plans, ...baselines, ...targets, ...projects, ...tasks],
    issues,
    (row, fault) => {
      if (seen.has(row.code)) fault('code', `编号 ${row.code} 重复`)
      seen.add(row.code)
    },
  )
}
