import { describe, expect, it } from 'vitest'
import { sharesText } from './shares'

const region = (shortName: string) => ({ code: '510400', name: `${shortName}市`, shortName })
const shares = {
  subject: 'PX-145-P001',
  name: '铁路',
  percent: 65,
  parts: [
    { region: region('攀枝花'), percent: 20 },
    { region: region('凉山'), percent: 45 },
  ],
}
const SUM = '铁路：各地分担比例 攀枝花 20% + 凉山 45% = 65%，应为 100%，'

describe('shares that do not make a whole', () => {
  it('are to be checked before a draft is adopted', () => {
    expect(sharesText({ adopted: null }, shares)).toBe(`${SUM}请核对后再下达。`)
  })

  it('can only be revised once the list is adopted', () => {
    const adopted = { basis: '联席会议', on: '2025-01-20' }
    expect(sharesText({ adopted }, shares)).toBe(`${SUM}清单已下达，有误的请修订事项。`)
  })
})
