import { EVENTS, isEventType } from '@lianxi/schema/events/registry'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { arbitraryEvent } from '../testing/arbitrary-event'
import { createMessageLog } from '../testing/message-log'
import { createMigratedDatabase } from '../testing/migrated-database'
import { applyChunk } from './apply-chunk'

let pool: ReturnType<typeof createPool>
beforeAll(async () => {
  const database = await createMigratedDatabase()
  pool = createPool(database.url('worker_app'), { max: 2 })
  return () => pool.end()
})
const log = createMessageLog()

it.each(Object.keys(EVENTS).filter(isEventType))(
  'PostgreSQL takes whatever the contract of %s takes: nothing valid is taken apart message by message',
  async (type) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryEvent(type), { minLength: 1, maxLength: 20 }), async (events) => {
        const before = new Map(log.topics().map((topic) => [topic, log.messages(topic).length]))
        for (const event of events) log.say(event)
        for (const topic of log.topics()) {
          const from = before.get(topic) ?? 0
          const said = log.messages(topic).length - from
          if (said === 0) continue
          // Behind a run that failed, so that a smaller counterexample is looked for.
          const result = await applyChunk(pool, { ...log.chunk(topic, from), acceptGap: true })
          expect(result).toMatchObject({ kind: 'applied', parked: 0, events: said })
        }
      }),
      { numRuns: 15 },
    )
  },
  30_000,
)
