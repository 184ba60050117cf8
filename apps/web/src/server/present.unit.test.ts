import { beforeEach, expect, it } from 'vitest'
import { createPictures } from './pictures'
import { createPresent, type Present } from './present'

/** A board that moves on when it is told to, and readings that end when they are told to. */
let stands: number
let begun: number[]
let ends: ((error?: Error) => void)[]
let moment: number
let present: Present
beforeEach(() => {
  stands = 1
  begun = []
  ends = []
  moment = 0
  present = createPresent(createPictures(), { slowMs: 500, clock: () => moment })
})

const now = () => Promise.resolve(String(stands))
const read = () => {
  const found = stands
  begun.push(found)
  return new Promise<number>((resolve, reject) => {
    ends.push((error) => (error === undefined ? resolve(found) : reject(error)))
  })
}
const ask = (question = 'overview', dated = true) => present.recall(question, String(stands), { now, read, dated })
const beginning = (count: number) => expect.poll(() => begun.length).toBe(count)

it('reads a present once, also for those who ask while it is read', async () => {
  const asked = [ask(), ask()]
  ends[0]?.()
  expect(await Promise.all([...asked, ask()])).toEqual([1, 1, 1])
  expect(begun).toEqual([1])
})

it('begins one reading for all who were told of later presents while one was under way', async () => {
  const first = ask()
  stands = 2
  const second = ask()
  stands = 3
  const third = ask()
  expect(begun).toEqual([1])
  ends[0]?.()
  await beginning(2)
  stands = 4
  const fourth = ask()
  ends[1]?.()
  expect(await Promise.all([first, second, third])).toEqual([1, 3, 3])
  await beginning(3)
  ends[2]?.()
  expect(await fourth).toBe(4)
  expect(begun).toEqual([1, 3, 4])
})

it('lets other questions be read meanwhile', async () => {
  const one = ask('overview')
  stands = 2
  const other = ask('projects')
  expect(begun).toEqual([1, 2])
  for (const end of ends) end()
  expect(await Promise.all([one, other])).toEqual([1, 2])
})

it('reads again behind a reading that failed, and keeps nothing of it', async () => {
  const first = ask()
  stands = 2
  const second = ask()
  ends[0]?.(new Error('outage'))
  await expect(first).rejects.toThrow('outage')
  await beginning(2)
  ends[1]?.()
  expect(await second).toBe(2)
})

it('waits for nobody where the present cannot be told, and begins anew for the next', async () => {
  const first = ask()
  stands = 2
  const untold = () => Promise.reject(new Error('outage'))
  const lost = present.recall('overview', '2', { now: untold, read, dated: true })
  ends[0]?.()
  expect(await first).toBe(1)
  await expect(lost).rejects.toThrow('outage')
  const again = ask()
  await beginning(2)
  ends[1]?.()
  expect(await again).toBe(2)
})

/** The first reading takes so long, and then the present moves on. */
async function readIn(milliseconds: number): Promise<void> {
  const first = ask()
  moment = milliseconds
  ends[0]?.()
  await first
  stands = 2
}

it('gives a slow reading for a few times as long as it took, and then begins the next one beside it', async () => {
  await readIn(1_000)
  moment = 5_000
  expect(await ask()).toBe(1)
  expect(begun).toEqual([1])
  moment = 5_001
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  expect(begun).toEqual([1, 2])
  ends[1]?.()
  await expect.poll(() => ask()).toBe(2)
})

it('waits for the next reading once the slow one is too old', async () => {
  await readIn(1_000)
  moment = 10_001
  const waited = ask()
  await beginning(2)
  ends[1]?.()
  expect(await waited).toBe(2)
})

it('never gives an older answer that does not say how old it is, however slow', async () => {
  await readIn(1_000)
  moment = 2_000
  const waited = ask('overview', false)
  await beginning(2)
  ends[1]?.()
  expect(await waited).toBe(2)
})

it('gives nothing for long, however slow', async () => {
  await readIn(30_000)
  moment = 60_001
  const waited = ask()
  await beginning(2)
  ends[1]?.()
  expect(await waited).toBe(2)
})

it('shows the present itself where readings are quick', async () => {
  await readIn(499)
  const waited = ask()
  await beginning(2)
  ends[1]?.()
  expect(await waited).toBe(2)
})

it('goes on giving a slow reading when the next one fails', async () => {
  await readIn(1_000)
  moment = 5_001
  expect(await ask()).toBe(1)
  ends[1]?.(new Error('outage'))
  await expect.poll(async () => [await ask(), begun.length]).toEqual([1, 3])
})

it('takes a question for quick again only after some quick readings', async () => {
  await readIn(1_000)
  moment = 5_001
  await ask() // begins the next reading, which takes no time
  ends[1]?.()
  await expect.poll(() => ask()).toBe(2)
  stands = 3
  expect(await ask()).toBe(2)
})
