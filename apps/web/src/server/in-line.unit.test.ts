import { expect, it } from 'vitest'
import { inLine } from './in-line'
import { createPictures } from './pictures'

it('reads two at once, the others in their order, also after one that failed', async () => {
  const { recall } = inLine(createPictures(), 2)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const ask = (name: string) =>
    recall(name, () => {
      begun.push(name)
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)))
      })
    })
  const [a, b, c, again, d] = [ask('a'), ask('b'), ask('c'), ask('a'), ask('d')]
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b'])
  ends.get('b')?.(new Error('outage'))
  await expect(b).rejects.toThrow('outage')
  await expect.poll(() => begun).toEqual(['a', 'b', 'c'])
  ends.get('a')?.()
  expect([await a, await again]).toEqual(['a', 'a'])
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd'])
  ends.get('c')?.()
  ends.get('d')?.()
  expect([await c, await d]).toEqual(['c', 'd'])
})
