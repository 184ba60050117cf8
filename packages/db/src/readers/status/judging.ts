import type { CellSaid } from '@lianxi/domain/judge/cell-said'
import type { OtherSeries, ReportedSeries } from '@lianxi/domain/judge/other-series'
import { type Period, yearOf } from '@lianxi/schema/period'
import { Judging } from '@lianxi/schema/views/judging'
import { ruleSetFor } from '@lianxi/domain/status/rule-set-for'
import { type Database, sql, textIn } from '../../client'
import { givenOf } from '../../judge/judge-subject'
import { type JudgedSubject, loadSubjects } from '../../judge/load-subjects'
import { readRuleSets } from '../../rule-set/read'

type Wanted = { subject: string; period: Period }
export type JudgingOf = (wanted: Wanted) => Judging | null

/** What the judge would rest on for cells of one region; null where it would say nothing. */
export async function readJudgings(
  db: Database,
  { zone, region }: { zone: string; region: string },
  subjects: readonly string[],
): Promise<JudgingOf> {
  const keys = [...new Set(subjects)].map((subject) => ({ zone, subject }))
  if (keys.length === 0) return () => null
  const [loaded, ruleSets] = await db.$transaction(async (tx) => {
    // The judge's own statement, which finds the board's tables by their bare names.
    await tx.$executeRaw(sql`SET LOCAL search_path = board, public`)
    const found = await loadSubjects(textIn(tx), keys)
    return [found, await readRuleSets(tx, zone)] as const
  })
  const bySubject = new Map(loaded.map(({ key, read }) => [key.subject, read]))
  return ({ subject, period }) => {
    const judged = bySubject.get(subject)?.()
    return judged === undefined ? null : judgingOf(judged, { region, period }, ruleSetFor(period, ruleSets))
  }
}

function judgingOf(
  judged: JudgedSubject,
  { region, period }: { region: string; period: Period },
  rules: Judging['rules'],
): Judging | null {
  const { listed } = judged
  if (listed === undefined) return null
  const due = judged.cells.find((cell) => cell.region === region && cell.period === period)?.due ?? false
  const { plan, item, cells, accepted, compared, share } = givenOf(judged, listed, {
    region,
    period,
    due,
    year: yearOf(period),
  })
  const inRegion = <Said extends ReportedSeries>(said: Said): Said => ({
    ...said,
    cells: said.cells.filter((cell) => cell.region === region),
  })
  const ownCells = <Said extends OtherSeries>(said: Said): Said => ({
    ...said,
    reported: said.reported && inRegion(said.reported),
  })
  return Judging.parse({
    ...{ region, period, listed, item, due, compared: ownCells(compared), rules },
    share: share && { part: inRegion(share.part), whole: ownCells(share.whole) },
    plan: plan === undefined ? null : { periodStart: plan.periodStart, periodEnd: plan.periodEnd },
    cells: cells.map(cellOf),
    accepted: accepted.filter((one) => one.region === region),
  })
}

const cellOf = (cell: CellSaid): Judging['cells'][number] => {
  const { period, state, nil, value, stage, investedYearWan, progressPercent, milestones, done } = cell
  const said = { period, state, nil, value, stage, investedYearWan, progressPercent, milestones: [...milestones] }
  return done === undefined ? said : { ...said, done }
}
