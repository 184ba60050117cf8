import {
  buildDutyAssigned,
  buildItemListed,
  buildListAdopted,
  buildPeriodOpened,
} from '@lianxi/testkit/events-commitments'
import {
  buildBodyListed,
  buildIndicatorListed,
  buildPlanListed,
  buildProjectListed,
  buildRegionListed,
  buildTargetListed,
  buildZoneListed,
} from '@lianxi/testkit/events-facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { afterAll } from 'vitest'
import { applyChunk } from '../apply/apply-chunk'
import { createPrisma, type Database } from '../client'
import { publishPending } from '../outbox/relay-store'
import { createPool } from '../pool'
import { createMessageLog, type MessageLog } from './message-log'
import { createMigratedDatabase } from './migrated-database'

/** Domain time of these tests; 2025Q3 is open and not yet due, 2025Q2 is over and locked. */
export const NOW = '2025-10-12T10:00:00.000Z'

export type World = {
  url: (role: 'web_app' | 'worker_app' | 'migrator' | 'admin') => string
  prisma: Database
  /** Appends an event to its topic; `settle` applies it. */
  say: MessageLog['say']
  /** Carries the outbox to the topics and the topics to the board until nothing is left. */
  settle: () => Promise<void>
  sql: (text: string, parameters?: unknown[]) => Promise<void>
}

const office = (region: string, name: string): LianxiEvent[] => [
  buildBodyListed({ code: `${region}-FGJ`, region, name }),
]
const REGIONS = [
  ['510400', '攀枝花市', null],
  ['510402', '东区', '510400'],
  ['510403', '西区', '510400'],
  ['513400', '凉山州', null],
] as const

const duties = (subject: string, kind: 'target' | 'project', regions: readonly string[]): LianxiEvent[] =>
  regions.flatMap((region, index) => [
    buildItemListed({
      code: `L-${region}-${subject}`,
      subject,
      kind,
      region,
      order: index + 1,
      leadBody: `${region}-FGJ`,
      attribute: index === 0 ? 'binding' : 'key',
      ...(kind === 'project' && {
        target: null,
        project: {
          planWan: 10_000,
          totalWan: 40_000,
          origin: 'demo',
          monthlyPercent: null,
          milestones: [],
          sharePercent: 50,
        },
      }),
    }),
    buildDutyAssigned({ subject, kind, region, body: `${region}-FGJ`, items: [`L-${region}-${subject}`] }),
  ])

/** A zone of four regions: 西区's target T001, 东区's T002, and a project 攀枝花市 and 凉山州 share. */
const FACTS: LianxiEvent[] = [
  buildZoneListed({
    confirmations: [
      { region: '510402', by: '510400' },
      { region: '510403', by: '510400' },
    ],
  }),
  ...REGIONS.flatMap(([code, name, parent]): LianxiEvent[] => [
    buildRegionListed({ code, name, shortName: name, parent, level: parent === null ? 'prefecture' : 'county' }),
    ...office(code, `${name}发展和改革局`),
  ]),
  buildBodyListed({ code: 'Z-PX-LXB', region: null, kind: 'secretariat', name: '攀西经济区联席会议办公室' }),
  buildIndicatorListed(),
  buildPlanListed(),
  buildListAdopted(),
  buildTargetListed(),
  buildTargetListed({ code: 'DQ-145-T002', name: '城镇新增就业', region: '510402', unit: '人', value: '9000' }),
  buildProjectListed({ code: 'PX-145-P001', name: '天然气管道工程', regions: ['Z-PX'], crossRegion: true }),
  ...duties('XQ-145-T001', 'target', ['510403']),
  ...duties('DQ-145-T002', 'target', ['510402']),
  ...duties('PX-145-P001', 'project', ['510400', '513400']),
  buildPeriodOpened({
    period: '2025Q2',
    opensAt: '2025-06-30T16:00:00.000Z',
    dueAt: '2025-07-15T10:00:00.000Z',
    closesAt: '2025-08-09T10:00:00.000Z',
  }),
  buildPeriodOpened(),
]

/** A database of this file's own with a small zone on its board, at a clock that stands still. */
export async function createBoardWorld(): Promise<World> {
  const database = await createMigratedDatabase()
  const [worker, admin] = [createPool(database.url('worker_app')), createPool(database.url('admin'))]
  const prisma = createPrisma(database.url('web_app'))
  afterAll(async () => {
    await prisma.$disconnect()
    await Promise.all([worker.end(), admin.end()])
  })
  const log = createMessageLog()
  const applied = new Map<string, number>()

  const publish = () =>
    publishPending(worker, {
      limit: 1_000,
      resting: [],
      send: (rows) => {
        for (const { topic, key, headers, value } of rows) {
          const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const)
          log.append(topic, { key: Buffer.from(key), value: Buffer.from(value), headers: Object.fromEntries(bytes) })
        }
        return Promise.resolve([{ published: rows.map(({ id }) => id), refused: [] }])
      },
    })
  const settle = async () => {
    while ((await publish()) > 0);
    for (const topic of log.topics()) {
      const from = applied.get(topic) ?? 0
      if (log.messages(topic).length === from) continue
      const result = await applyChunk(worker, log.chunk(topic, from))
      if (result.kind !== 'applied') throw new Error(`${topic}: ${result.kind}`)
      applied.set(topic, log.messages(topic).length)
    }
  }
  await admin.query('INSERT INTO demo_clock (id, moment) VALUES (1, $1)', [NOW])
  for (const event of FACTS) log.say(event, { source: 'Z-PX-LXB', time: '2025-01-10T00:00:00.000Z' })
  await settle()
  const sql = async (text: string, parameters: unknown[] = []) => void (await admin.query(text, parameters))
  return { url: database.url, prisma, say: log.say, settle, sql }
}
