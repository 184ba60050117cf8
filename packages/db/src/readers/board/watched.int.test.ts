import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { buildDutyAssigned, buildItemListed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { runJudgeStep } from '../../judge/run-judge'
import { createPool } from '../../pool'
import { createBoardWorld, type World } from '../../testing/board-world'
import { type Board, boardAt, CURRENT } from '../base/board'
import { readProjects, readTargets } from './lists'
import { readOverview } from './overview'

const PLAN = { source: 'Z-PX-LXB', time: '2025-01-12T00:00:00.000Z' }
/** Targets of 西区 by what is the matter with them; each value is judged against 100 of the year, due 75 by now. */
const TARGETS = new Map([
  ['fine', '80'],
  ['poor', '30'],
  ['behind', '60'],
  ['behind, but only 预期性', '60'],
  ['troubled', '80'],
  ['returned', '80'],
  ['missing', null],
])
const codeOf = (name: string): string => `XQ-145-S${String([...TARGETS.keys()].indexOf(name) + 1).padStart(3, '0')}`

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  const worker = createPool(world.url('worker_app'), { max: 2 })
  let returned = ''
  for (const [name, value] of TARGETS) {
    const subject = codeOf(name)
    const code = `L-${subject}`
    const target = { baseline: null, yearValue: { year: 2025, value: '100', origin: 'demo' as const }, path: [] }
    const attribute = name.includes('预期性') ? 'expected' : 'key'
    world.say(buildTargetListed({ code: subject, name, basis: 'flow', comparator: 'ge', value: '400' }), PLAN)
    world.say(buildItemListed({ code, subject, attribute, target }), PLAN)
    world.say(buildDutyAssigned({ subject, items: [code] }), PLAN)
    if (value === null) continue
    const said = world.say(
      buildTargetReport({ subject, content: { value, ...(name === 'troubled' && { problems: '用地未批' }) } }),
    )
    if (name === 'returned') returned = said.id
  }
  world.say(
    buildProjectReport({
      ...{ subject: 'PX-145-P001', region: '510400', body: '510400-FGJ' },
      content: { investedYearWan: 9_000, matters: [{ kind: 'land', text: '会理段用地' }] },
    }),
    { source: '510400-FGJ' },
  )
  await world.settle()
  world.say(buildReportReturned({ report: returned, subject: codeOf('returned') }), { source: 'Z-PX-LXB' })
  world.say(buildPeriodFellDue(), PLAN)
  await world.settle()
  while ((await runJudgeStep(worker)).kind === 'judged');
  return () => worker.end()
})

/** Subject and region of each line of 需关注, and of each row of both lists under its filter. */
async function bothOf(period: string, sight: string[] | null, board: Board) {
  const { attention, attentionTotal } = await readOverview(world.prisma, 'Z-PX', period, sight, board)
  const asked = { zone: 'Z-PX', period, show: 'attention' }
  const targets = await readTargets(world.prisma, TargetsInput.parse(asked), sight, { board, compared: null })
  const projects = await readProjects(world.prisma, ProjectsInput.parse(asked), sight, { board, compared: null })
  const rows = [...targets.rows, ...projects.rows]
  const keys = (all: readonly { subject: string; region: { code: string } | null }[]) =>
    all.map(({ subject, region }) => `${subject} ${region?.code ?? ''}`).sort()
  expect([targets.total + projects.total, rows.length]).toEqual([attentionTotal, attentionTotal])
  return { lines: keys(attention), rows: keys(rows) }
}

it('lists under its filter exactly what 需关注 has lines of: all that is the matter, and nothing else', async () => {
  const { lines, rows } = await bothOf('2025Q3', null, CURRENT)
  expect(rows).toEqual(lines)
  const watched = ['poor', 'behind', 'troubled', 'returned', 'missing'].map((one) => `${codeOf(one)} 510403`)
  expect(rows).toEqual(expect.arrayContaining([...watched, 'PX-145-P001 510400', 'PX-145-P001 513400']))
  for (const one of ['fine', 'behind, but only 预期性']) expect(rows).not.toContain(`${codeOf(one)} 510403`)
})

it('does so for an office, for another period and for a past moment', async () => {
  const [{ stamp = '' } = {}] = await world.prisma.$queryRaw<{ stamp?: string }[]>`
    SELECT max(stamp)::text AS stamp FROM chunk`
  for (const [period, sight, board] of [
    ['2025Q3', ['513400'], CURRENT],
    ['2025Q2', null, CURRENT],
    ['2025Q3', null, boardAt(stamp)],
  ] as const) {
    const { lines, rows } = await bothOf(period, sight === null ? null : [...sight], board)
    expect(rows).toEqual(lines)
  }
})
