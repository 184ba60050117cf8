import { describe, expect, it } from 'vitest'
import { Moment, spanOf } from './moment'

describe('a moment of an address', () => {
  it.each([
    ['2025-10-12', '2025-10-11T16:00:00.000Z', '2025-10-12T15:59:59.999999Z'],
    ['2025-10-12T18:00', '2025-10-12T10:00:00.000Z', '2025-10-12T10:00:59.999999Z'],
    ['2025-01-01T07:59', '2024-12-31T23:59:00.000Z', '2024-12-31T23:59:59.999999Z'],
    ['2025-10-12T10:00:00.000123Z', '2025-10-12T10:00:00.000123Z', '2025-10-12T10:00:00.000123Z'],
  ])('%s is a day or a minute in China with all its microseconds, or exactly itself', (moment, from, to) => {
    expect(spanOf(Moment.parse(moment))).toEqual({ from, to })
  })

  it.each(['', '2025', '2025-13-01', '2025-02-30', '2025-10-12T25:00', '1066-10-14', '9999-01-01T00:00', "'; --"])(
    '%s is none',
    (text) => {
      expect(Moment.safeParse(text).success).toBe(false)
    },
  )
})
