import type { NotAskedCount } from '@lianxi/schema/views/not-asked'
import { expect, it } from 'vitest'
import { judgedWords, notAskedSaid, notAskedWords } from './not-asked-words'

const half = { frequency: 'half', next: { period: '2025H2', dueAt: '2026-01-15T10:00:00.000Z' } } as const
const year = { frequency: 'year', next: { period: '2025', dueAt: null } } as const

it('says of one item in which rhythm it is reported and when next', () => {
  expect(notAskedWords({ ...half, judged: null })).toBe('按半年报送，下期 2025年下半年，2026-01-15 18:00 截止')
  expect(notAskedWords({ ...year, judged: null })).toBe('按年报送，下期 2025年')
})

it('names the period of the last status, and beside an override what the rules said', () => {
  const mark = { status: 'behind', computed: 'behind', sentence: '', override: null, objection: null } as const
  expect(judgedWords({ period: '2025H1', mark })).toBe('2025年上半年：滞后')
  const override = {
    ...({ event: '0', status: 'on-track', period: '2025H1', onwards: false, endsAt: null } as const),
    ...{ reason: '', person: '', on: '2025-08-01' },
  } as const
  expect(judgedWords({ period: '2025H1', mark: { ...mark, status: 'on-track', override } })).toBe(
    '2025年上半年：基本符合预期（人工认定；按规则：滞后）',
  )
})

it('says of a board how many, in which rhythms, and of each how many and when next; nothing where all is asked for', () => {
  const counts: NotAskedCount[] = [
    { ...half, targets: 8, projects: 4 },
    { ...year, targets: 0, projects: 8 },
  ]
  expect(notAskedSaid(counts)).toEqual({
    ...{ count: 20, rhythms: '按半年、按年' },
    each: '按半年 12 项，下期 2025年下半年，2026-01-15 18:00 截止；按年 8 项，下期 2025年',
  })
  expect(notAskedSaid([])).toBeNull()
})
