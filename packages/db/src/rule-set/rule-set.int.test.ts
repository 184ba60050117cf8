import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import type { AdoptRules } from '@lianxi/schema/commands/rule-set'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { createPrisma, type Database } from '../client'
import { createPool } from '../pool'
import { runJudgeStep } from '../judge/run-judge'
import { createBoardWorld, type World } from '../testing/board-world'
import { adoptRules } from './adopt'
import { previewRules } from './preview'
import { readRules } from './read'
import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'

let world: World
let web: Database
let worker: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  world = await createBoardWorld()
  web = createPrisma(world.url('web_app'))
  worker = createPool(world.url('worker_app'), { max: 2 })
  admin = createPool(world.url('admin'), { max: 2 })
  await admin.query(`INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at)
    VALUES ('he', '何志强', 'he@example.org', true, now(), now()) ON CONFLICT DO NOTHING`)
  return async () => {
    await Promise.all([worker.end(), admin.end(), web.$disconnect()])
  }
})

const zone = 'Z-PX'
const effectiveFrom = '2025-01-01'
const statuses = async () =>
  (
    await admin.query<{ key: string; status: string }>(
      `SELECT concat_ws(' ', subject, region, period) AS key, status FROM status WHERE zone = $1`,
      [zone],
    )
  ).rows
async function judgeAll(): Promise<void> {
  while ((await runJudgeStep(worker)).kind === 'judged');
}
const adopt = (changed: Partial<AdoptRules> = {}) => {
  const input = {
    ...{
      zone,
      effectiveFrom,
      rules: strict,
      checks: DEFAULT_THRESHOLDS,
      reason: '提高要求',
      adoptedBy: '联席办〔2025〕3号',
    },
    ...{ idempotencyKey: v4(), expectedVersion: 0, ...changed },
  }
  const press = { userId: 'he', key: input.idempotencyKey, procedure: 'plan.adoptRules', input }
  return adoptRules(web, { input, actor: { id: 'he', name: '何志强' }, body: 'Z-PX-LXB', press })
}
/** What was just on its time is ahead no more, and little is on its time. */
const strict = { ...DEFAULT_RULE_SET.rules, ratio: { ahead: '900', onTrack: '800', behind: '0.01' } }

it('knows the defaults before any adoption', async () => {
  expect(await readRules(web, zone)).toMatchObject({ version: 0, adopted: [], rules: DEFAULT_RULE_SET.rules })
})

it('moves nobody with the rules that are in force', async () => {
  expect(await previewRules(web, { zone, effectiveFrom, rules: DEFAULT_RULE_SET.rules })).toMatchObject({
    ...{ moved: 0, moves: [] },
  })
})

it('says whom rules would move, and exactly those move when they are adopted', async () => {
  world.say(buildTargetReport({ content: { value: '999' } }))
  await world.settle()
  await judgeAll()
  const before = new Map((await statuses()).map(({ key, status }) => [key, status]))
  const preview = await previewRules(web, { zone, effectiveFrom, rules: strict })
  const unsaid = new Set(['not-due', 'not-reported'])
  expect(preview.judged).toBe([...before.values()].filter((status) => !unsaid.has(status)).length)
  expect(preview.moved).toBeGreaterThan(0)
  expect(await statuses()).toHaveLength(before.size)

  // Rules of a day after the end of all that was judged concern none of it, and the answer says so.
  expect(await previewRules(web, { zone, effectiveFrom: '2025-10-12', rules: strict })).toEqual({
    ...{ judged: 0, moved: 0, moves: [] },
  })
  expect(await adopt()).toMatchObject({ ok: true })
  expect(await adopt()).toMatchObject({ ok: false, refusal: { code: 'rules-not-current' } })
  const said = await admin.query<{ data: object }>(
    `SELECT value::jsonb AS data FROM outbox WHERE headers->>'ce_type' = 'lianxi.rule-set.adopted.v1'`,
  )
  expect(said.rows).toHaveLength(1)
  const data = RuleSetAdopted.parse(said.rows[0]?.data)
  expect(data).toMatchObject({ version: 1, decidedBy: '何志强' })

  world.say({ type: 'lianxi.rule-set.adopted.v1', data }, { source: 'Z-PX-LXB' })
  await world.settle()
  await judgeAll()
  const moved = (await statuses()).filter(({ key, status }) => before.get(key) !== status)
  expect(moved.map(({ key, status }) => `${key} ${status}`).sort()).toEqual(
    preview.moves.map(({ subject, region, period, after }) => `${subject} ${region.code} ${period} ${after}`).sort(),
  )
  expect(await readRules(web, zone)).toMatchObject({ version: 1, adopted: [{ version: 1 }], rules: strict })
})
