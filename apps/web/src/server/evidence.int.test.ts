import { expect, it } from 'vitest'
import { z } from 'zod'
import { call, createServerWorld, person } from './testing/server-world'

/** Who reads a report's evidence, through the procedures: its office at once, the others what was published. */
const { world, deps } = await createServerWorld()
const key = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' }
const clerk = person('a', 'reporter', '510403')

const readBy = async (who: typeof clerk) =>
  z
    .array(z.object({ name: z.string() }))
    .parse(await call({ deps, person: who }, 'evidence.list', key, 'query'))
    .map(({ name }) => name)

it('is read in its office at once, above and in the zone when it was published, elsewhere never', async () => {
  const file = new Blob(['一至三季度核算说明']).stream()
  const sent: unknown = await call(
    { deps, person: clerk },
    'evidence.upload',
    { ...key, fileName: '说明.txt', file },
    'mutation',
  )
  expect(sent).toMatchObject({ ok: true })
  const { id } = z.object({ id: z.string() }).parse(sent)
  const [own, approver] = [clerk, person('b', 'approver', '510403')]
  const later = [person('e', 'coordinator', '510400'), person('k', 'secretariat', null), person('m', 'oversight', null)]
  const never = person('h', 'coordinator', '513400')
  for (const who of [own, approver]) expect(await readBy(who)).toEqual(['说明.txt'])
  for (const who of [...later, never]) expect(await readBy(who)).toEqual([])
  await world.sql("UPDATE attachment SET published_event = '0199d7a0-0000-7000-8000-000000000001'")
  for (const who of [own, approver, ...later]) expect(await readBy(who)).toEqual(['说明.txt'])
  expect(await readBy(never)).toEqual([])
  expect(await call({ deps, person: never }, 'evidence.one', { ...key, id }, 'query')).toBeNull()
})
