import { expect, it } from 'vitest'
import { findsAll, searchWords } from './search-words'

const finds = (typed: string, ...texts: string[]) => findsAll(searchWords(typed), texts)

it('finds a name however its words, letters and spaces were typed', () => {
  for (const typed of ['攀枝花至盐源 高速', '高速　攀枝花', '', '  ', '盐源高速']) {
    expect([typed, finds(typed, '攀枝花至盐源高速公路')]).toEqual([typed, true])
  }
  for (const typed of ['gdp', 'GDP', 'ＧＤＰ', '人均 gdp']) {
    expect([typed, finds(typed, '人均 GDP（万元）', 'PX-145-T001')]).toEqual([typed, true])
  }
  expect(finds('px-145 gdp', '人均GDP', 'PX-145-T001')).toBe(true)
})

it('requires every word', () => expect(finds('攀枝花 铁路', '攀枝花至盐源高速公路')).toBe(false))
