import { buildRegionListed, buildZoneListed } from '@lianxi/testkit/events-facts'
import { waitFor } from '@lianxi/testkit/wait-for'
import { DueListInput } from '@lianxi/schema/views/office'
import { LibraryInput } from '@lianxi/schema/views/library'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../../pool'
import { createBoardWorld, type World } from '../../testing/board-world'
import { CURRENT } from '../base/board'
import { readLibrary } from '../library/read'
import { readDueList } from '../office/due-list'
import { readOfficeGrid } from '../office/grid'
import { readPartners } from '../partner/read'
import { readApplied } from '../review/applied'
import { readQueue } from '../review/queue'
import { readFrame, visibleRegions } from './frame'

/** What open pages show and ask for again when a later stamp than theirs is told. */
const zone = 'Z-PX'
const office = { zone, region: '510403' }
const keeper = { secretariat: true, regions: [] }
const READERS: Record<string, (world: World) => Promise<object>> = {
  queue: ({ prisma }: World) =>
    readQueue(prisma, office, { id: 'u', name: '王芳', bodies: [], mayWrite: false, mayApprove: false }),
  applied: ({ prisma }: World) => readApplied(prisma, { zone }, [office.region]),
  dueList: ({ prisma }: World) => readDueList(prisma, DueListInput.parse(office)),
  grid: ({ prisma }: World) => readOfficeGrid(prisma, office, []),
  library: ({ prisma }: World) => readLibrary(prisma, LibraryInput.parse({ zone }), null),
  partners: ({ prisma }: World) => readPartners(prisma, { zone, board: CURRENT, sight: null, keeper }),
  frame: async ({ prisma }: World) => {
    const { stream, reference } = await readFrame(prisma, { zone, board: CURRENT, sight: null })
    return {
      stream,
      reference: [reference.zone, ...reference.regions.values()],
      regions: visibleRegions(reference, null),
    }
  },
}

let world: World
let admin: ReturnType<typeof createPool>
beforeAll(async () => {
  world = await createBoardWorld()
  admin = createPool(world.url('admin'), { max: 2 })
  return () => admin.end()
})

/** Holds up whoever reads the stream's state, until `meanwhile` is done. */
async function whileStateWaits<Answer>(read: () => Promise<Answer>, meanwhile: () => Promise<void>): Promise<Answer> {
  const holder = await admin.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE parked_message')
    const answer = read()
    const waiting = `SELECT FROM pg_locks WHERE relation = 'parked_message'::regclass AND NOT granted`
    await waitFor('the state to be asked for', async () => (await admin.query(waiting)).rowCount)
    await meanwhile()
    await holder.query('COMMIT')
    return await answer
  } finally {
    holder.release()
  }
}

it.each(Object.entries(READERS))('%s: never shows a stamp later than what it shows', async (of, read) => {
  const name = `更名后${of}`
  const answer = await whileStateWaits(
    () => read(world),
    async () => {
      world.say(buildZoneListed({ name }))
      world.say(buildRegionListed({ code: office.region, name, shortName: name, parent: '510400', level: 'county' }))
      await world.settle()
    },
  )
  expect(JSON.stringify(answer)).toContain(name)
})
