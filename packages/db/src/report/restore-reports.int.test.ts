import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import type { TargetEntry } from '@lianxi/schema/commands/entry'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../testing/board-world'
import { handleReport } from './handle-report'
import { restoreReports } from './restore-reports'

const wang = { id: 'wang', name: '王填报', bodies: ['510403-FGJ', '510402-FGJ'] }
const li = { id: 'li', name: '李审核', bodies: ['510403-FGJ', '510402-FGJ'] }
const secretariat = { id: 'zhao', name: '赵秘书', bodies: ['Z-PX-LXB'] }
const xiqu = { zone: 'Z-PX', region: '510403', subject: 'XQ-145-T001', period: '2025Q3' }
const dongqu = { zone: 'Z-PX', region: '510402', subject: 'DQ-145-T002', period: '2025Q3' }
const written = (value: string) => {
  const entry: TargetEntry = {
    ...{ kind: 'target', nil: false, value, figureSource: '区统计局', note: '', problems: '', nextStep: '' },
  }
  return { entry, correctionReason: null, warningReasons: [] }
}

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

async function send(of: typeof xiqu, command: ReportCommand, actor: typeof wang) {
  const stored = await world.prisma.report.findFirst({ where: of })
  const press = { userId: actor.id, key: v4(), procedure: command.type, input: command }
  const expectedVersion = stored?.version ?? 0
  const result = await handleReport(world.prisma, { key: of, command, actor, expectedVersion, press }, decide)
  if (!result.ok) throw new Error(`${command.type}: ${result.refusal.code}`)
  return result.report
}

const OFFICE = ['report', 'report_revision', 'report_step']
async function backUp(): Promise<void> {
  await world.sql('CREATE SCHEMA backup')
  for (const table of OFFICE) await world.sql(`CREATE TABLE backup.${table} AS TABLE ${table}`)
}

/** The offices' tables are those of the backup; what the worker wrote has caught up from Kafka already. */
async function restoreBackup(): Promise<void> {
  await world.sql('TRUNCATE report, report_revision, report_step')
  for (const table of OFFICE) await world.sql(`INSERT INTO ${table} SELECT * FROM backup.${table}`)
}

const facts = async () =>
  (
    await world.prisma.report.findMany({
      orderBy: { subject: 'asc' },
      include: { revisions: { orderBy: { revision: 'asc' } } },
    })
  ).map(
    ({
      id: _id,
      version: _version,
      authorId: _author,
      submittedBy: _submitter,
      updatedAt: _at,
      revisions,
      ...report
    }) => ({
      ...report,
      revisions: revisions.map(({ reportId: _report, ...revision }) => revision),
    }),
  )

const restore = () => restoreReports(world.prisma, () => undefined)

it('brings back what was published after the backup, keeps what the office wrote since, and says which', async () => {
  await send(dongqu, { type: 'save-draft', ...written('158') }, wang)
  await backUp()

  await send(dongqu, { type: 'submit', ...written('160') }, wang)
  await send(dongqu, { type: 'approve' }, li)
  await send(xiqu, { type: 'submit', ...written('160.5') }, wang)
  const { publishedEvent } = await send(xiqu, { type: 'approve' }, li)
  const back = { type: 'return', report: publishedEvent ?? '', reason: '口径不符', byBody: 'Z-PX-LXB' } as const
  await send(xiqu, back, secretariat)
  await send(xiqu, { type: 'submit', ...written('158') }, wang)
  const second = await send(xiqu, { type: 'approve' }, li)
  await send(xiqu, { ...back, report: second.publishedEvent ?? '', reason: '再核' }, secretariat)
  await world.settle()
  const before = await facts()
  expect(before.map(({ state, revision }) => [state, revision])).toEqual([
    ['published', 1],
    ['returned', 3],
  ])

  await restoreBackup()
  expect(await restore()).toEqual([
    { key: dongqu, outcome: 'restored' },
    { key: xiqu, outcome: 'restored' },
  ])
  expect(await facts()).toEqual(before)
  expect(await restore()).toEqual([])
  expect(await facts()).toEqual(before)
  await world.settle()
  expect(await send(xiqu, { type: 'submit', ...written('157') }, wang)).toMatchObject({ revision: 3 })

  await restoreBackup()
  await world.sql(`UPDATE demo_clock SET moment = moment + interval '1 hour'`)
  await send(dongqu, { type: 'save-draft', ...written('159') }, wang)
  const kept = { key: dongqu, outcome: 'kept' }
  expect(await restore()).toEqual([kept, { key: xiqu, outcome: 'restored' }])
  expect((await facts())[0]).toMatchObject({ state: 'draft', content: { value: '159' } })
  expect(await restore()).toEqual([kept])
})

it('leaves alone what a region publishes directly', async () => {
  await restoreBackup()
  await world.sql(
    `INSERT INTO board.fact VALUES ('Z-PX', 'channel', '510403-FGJ:target', '{"channel": "direct"}', gen_random_uuid(), now())`,
  )
  expect((await restore()).map(({ key }) => key.region)).toEqual(['510402'])
})
