import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { MatrixInput } from '@lianxi/schema/views/matrix'
import { PublicInput } from '@lianxi/schema/views/public'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROGRESS } from '../apply/write-cells'
import { type Database, type Sql, sql, type Tx } from '../client'
import { createBoardWorld, type World } from '../testing/board-world'
import { boardAt, CURRENT } from './base/board'
import { readChanges } from './changes/read'
import { createChangeSets } from './changes/sets'
import { readMatrix } from './cross-region/matrix'
import { readProjects, readTargets } from './board/lists'
import { readOverview } from './board/overview'
import { readPublicIndex } from './public/index'
import { readPublicPage } from './public/page'
import { findSubjectView } from './board/subject'

/**
 * Plans of everything the board's pages read, over tables with much of other zones and years in them: cells, statuses,
 * items, events and their history are always found by an index.
 */
const EVERYWHERE = `unnest(ARRAY['Z-PX', 'Z-AA', 'Z-BB', 'Z-CC']) z, generate_series(1, 60) n,
    generate_series(2017, 2024) y, generate_series(1, 4) q`
const grow = (table: string, from: string, more: string, columns?: readonly string[]) => `
  INSERT INTO ${table} ${columns ? `(${columns.join(', ')})` : ''}
  SELECT ${columns?.map((name) => `r.${name}`).join(', ') ?? 'r.*'} FROM (SELECT * FROM ${from} LIMIT 1) t, ${EVERYWHERE},
    LATERAL jsonb_populate_record(NULL::${table}, to_jsonb(t) || jsonb_build_object('zone', z,
      'subject', 'G-' || n, 'period', y || 'Q' || q, 'year', y${more})) r`
const HISTORY = `, 'valid', '[2025-01-01,2025-06-01)'`
const STATUS = `, 'status', 'on-track', 'computed', 'on-track', 'method', 'share', 'rule_set', 0, 'sentence', '', 'detail', '{}', 'digest', ''`
const GROWN = [
  grow('board.progress', 'board.progress', '', [...PROGRESS.keys, ...PROGRESS.columns, 'valid_from']),
  grow('board.progress_history', 'board.progress', HISTORY),
  grow('public.status', 'board.progress', STATUS),
  grow('public.status_history', 'board.progress', `${STATUS}${HISTORY}`),
  grow('board.item', 'board.item', `, 'code', concat_ws('-', 'G', z, n, y, q)`),
  grow(
    'board.duty',
    'board.duty',
    `, 'subject', concat_ws('-', 'G', n, q), 'frequency', (ARRAY['quarter', 'half', 'year'])[1 + n % 3]`,
  ),
  grow(
    'board.extension',
    'board.period',
    `, 'body', concat_ws('-', 'G', n), 'region', '510403', 'subject', '', 'earlier', '[]'`,
  ),
  grow(
    'ingested_event',
    'ingested_event',
    `, 'event_id', gen_random_uuid(), 'offset', 1000 + n * 1000 + (y - 2017) * 4 + q, 'topic', z, 'region', '510403'`,
  ),
]

let world: World
const stamps = { early: '', late: '' }
beforeAll(async () => {
  world = await createBoardWorld()
  const [row] = await world.prisma.$queryRaw<{ stamp: string }[]>(sql`SELECT max(stamp)::text AS stamp FROM chunk`)
  stamps.late = row?.stamp ?? ''
  stamps.early = '2025-10-12T10:00:00.000001Z'
  for (const statement of GROWN) await world.sql(statement)
  await world.sql(
    'VACUUM ANALYZE board.progress, board.progress_history, board.item, board.duty, board.extension, status, status_history, ingested_event',
  )
}, 120_000)

const Plan = z.array(z.object({ 'QUERY PLAN': z.string() }))

/** The client, with the plan of every query that reads cells kept aside; also inside a transaction. */
function explaining<Client extends Database | Tx>(client: Client, plans: string[]): Client {
  const queryRaw = async (query: Sql) => {
    const lines = Plan.parse(await client.$queryRaw(sql`EXPLAIN ${query}`))
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'))
    return client.$queryRaw(query)
  }
  const transaction = (work: (tx: Tx) => Promise<unknown>) =>
    world.prisma.$transaction((tx) => work(explaining(tx, plans)))
  const replaced = new Map<string | symbol, unknown>([
    ['$queryRaw', queryRaw],
    ['$transaction', transaction],
  ])
  return new Proxy(client, { get: (of, name) => replaced.get(name) ?? (Reflect.get(of, name) as unknown) })
}

const OF = { zone: 'Z-PX', period: '2025Q3' }
const nobody = () => ({ mayReturn: false, mayConfirm: false })
const READERS: Record<string, (db: Database, past: boolean) => Promise<unknown>> = {
  overview: (db, past) => readOverview(db, 'Z-PX', '2025Q3', null, at(past)),
  targets: (db, past) => readTargets(db, TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3' }), null, both(past)),
  projects: (db, past) => readProjects(db, ProjectsInput.parse({ zone: 'Z-PX', period: '2025Q3' }), null, both(past)),
  'targets by status': (db, past) =>
    readTargets(db, TargetsInput.parse({ ...OF, status: 'behind', sort: 'value' }), null, both(past)),
  'projects with problems': (db, past) =>
    readProjects(db, ProjectsInput.parse({ ...OF, show: 'problems', sort: 'status' }), null, both(past)),
  'targets that need attention': (db, past) =>
    readTargets(db, TargetsInput.parse({ ...OF, show: 'attention' }), null, both(past)),
  'projects this period does not ask for': (db, past) =>
    readProjects(db, ProjectsInput.parse({ ...OF, show: 'not-asked' }), null, both(past)),
  subject: (db, past) => findSubjectView(db, 'Z-PX', 'XQ-145-T001', { sight: null, judge: nobody }, at(past)),
  'the public page': async (db, past) => {
    const index = await readPublicIndex(db, 'Z-PX', '2025-10-12', at(past))
    return readPublicPage(db, index, stamps.late, PublicInput.parse({ zone: 'Z-PX' }))
  },
  'the matrix of cross-region projects': (db, past) =>
    readMatrix(db, MatrixInput.parse({ zone: 'Z-PX', period: '2025Q3' }), null, both(past)),
  changes: (db, past) =>
    readChanges(db, ChangesInput.parse({ zone: 'Z-PX' }), {
      ...{ sight: null, board: at(past), compared: boardAt(stamps.early), heavy: db },
      sets: createChangeSets(),
    }),
}
const both = (past: boolean) => ({ board: at(past), compared: past ? boardAt(stamps.early) : null })
const at = (past: boolean) => (past ? boardAt(stamps.late) : CURRENT)

describe.each(Object.keys(READERS))('%s', (name) => {
  it.each([
    ['now', false],
    ['at a moment', true],
  ])('%s finds what is large by an index', async (_when, past) => {
    const plans: string[] = []
    await READERS[name]?.(explaining(world.prisma, plans), past)
    const scans = plans.filter((plan) =>
      /Seq Scan on (progress|status|ingested_event|item\b|duty|extension)/.test(plan),
    )
    expect(plans.some((plan) => plan.includes('progress'))).toBe(true)
    expect(scans).toEqual([])
  })
})
