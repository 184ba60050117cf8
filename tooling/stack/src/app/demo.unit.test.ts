import { expect, it } from 'vitest'
import { accountTable } from './demo'

it('lines the columns up although Chinese characters are two wide', () => {
  const account = { password: 'x', region: null }
  const table = accountTable([
    { ...account, user: 'xiqu-tb', role: 'reporter', name: '李晓梅', body: '西区' },
    { ...account, user: 'jiandu', role: 'oversight', name: 'A', body: '监督' },
  ])
  const [, first, second] = table.split('\n')
  const columns = (line: string | undefined, mark: string) =>
    [...(line ?? '').slice(0, (line ?? '').indexOf(mark))].reduce(
      (sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1),
      0,
    )
  expect(columns(first, '西区')).toBe(columns(second, '监督'))
})
