import { standingOf } from '@lianxi/domain/matter/standing'
import { comparePeriods, type Period } from '@lianxi/schema/period'
import type { ReportMade } from '@lianxi/schema/views/subject'
import { matterKind } from '@lianxi/schema/vocabulary'

export type RegionSaid = { problem: string; matters: string[]; nextStep: string; period: Period }

/**
 * What a region says is wrong and comes next, by its reports that stand; 本期无变化 leaves what it said before. Null: it
 * has not reported. `period`: of the last report.
 */
export function regionSaid(all: readonly ReportMade[], region: string): RegionSaid | null {
  const reports = all
    .filter((report) => report.region.code === region && report.standing === 'current')
    .sort((a, b) => comparePeriods(a.period, b.period))
  const last = reports.at(-1)
  if (last === undefined) return null
  const { problem, coordination } = standingOf(
    reports.map(({ content }) => ({ ...content, matters: content.kind === 'project' ? content.matters : [] })),
  )
  const nextStep = reports.reduce((before, { content }) => {
    const said = content.nextStep.trim()
    return content.nil && said === '' ? before : said
  }, '')
  const matters = coordination.map(({ kind, text }) => `${matterKind.labels[kind]}：${text}`)
  return { problem, matters, nextStep, period: last.period }
}
