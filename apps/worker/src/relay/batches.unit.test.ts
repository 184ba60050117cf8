import { describe, expect, test } from 'vitest'
import { recordBatches } from './batches'

const row = (id: number, bytes: number) => ({ id, value: 'x'.repeat(bytes) })

describe('record batches', () => {
  test('keep the order and lose nothing', () => {
    const rows = Array.from({ length: 500 }, (_, id) => row(id, 3_000))
    const batches = recordBatches(rows)
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.flat()).toEqual(rows)
  })

  test('stay below the limit of a topic', () => {
    const batches = recordBatches(Array.from({ length: 50 }, (_, id) => row(id, 40_000)))
    for (const batch of batches) {
      expect(batch.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThan(262_144 - 20_000)
    }
  })

  test('a row too large for any batch stands alone, so that only it is refused', () => {
    expect(recordBatches([row(1, 10), row(2, 300_000), row(3, 10)]).map((batch) => batch.map(({ id }) => id))).toEqual([
      [1],
      [2],
      [3],
    ])
  })

  test('no rows, no batches', () => {
    expect(recordBatches([])).toEqual([])
  })
})
