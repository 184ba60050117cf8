import { describe, expect, it } from 'vitest'
import { createPictures } from './pictures'

describe('answers about past boards', () => {
  const counting = () => {
    let reads = 0
    return () => Promise.resolve((reads += 1))
  }

  it('are read once, also by two who ask at the same time', async () => {
    const pictures = createPictures()
    const read = counting()
    expect(await Promise.all([pictures.recall('a', read), pictures.recall('a', read)])).toEqual([1, 1])
    expect(await pictures.recall('b', read)).toBe(2)
  })

  it('are bounded: what nobody asked for the longest goes first', async () => {
    const pictures = createPictures(2)
    const read = counting()
    for (const question of ['a', 'b', 'a', 'c']) await pictures.recall(question, read)
    expect(await pictures.recall('a', read)).toBe(1)
    expect(await pictures.recall('b', read)).toBe(4)
  })

  it('are bounded by what they weigh, if that is said; the last one is always kept', async () => {
    const pictures = createPictures(5, (answer) => Number(answer))
    const read: string[] = []
    const ask = (name: string, weight: number) =>
      pictures.recall(name, () => {
        read.push(name)
        return Promise.resolve(weight)
      })
    await ask('small', 3)
    await ask('small', 3)
    await ask('large', 9)
    await ask('large', 9)
    await ask('small', 3)
    expect(read).toEqual(['small', 'large', 'small'])
  })

  it('are not kept when reading failed', async () => {
    const pictures = createPictures()
    await expect(pictures.recall('a', () => Promise.reject(new Error('outage')))).rejects.toThrow('outage')
    expect(await pictures.recall('a', () => Promise.resolve(1))).toBe(1)
  })
})
