import { expect, it } from 'vitest'
import { csvCell, csvLine } from './csv'

it.each(['=1+1', '+1 2', '-cmd', '@SUM(A1)', '\tx', '\r=1', '＝1', '－x', '-1-1', '+5'])(
  'keeps %j from becoming a formula',
  (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`)
  },
)
it.each(['-0.3', '12', '', '攀枝花', '他说=1'])('leaves %j as it is', (text) => expect(csvCell(text)).toBe(`"${text}"`))
it('ends no cell by a quote', () => expect(csvLine(['a"b', 'c'])).toBe('"a""b","c"\r\n'))
