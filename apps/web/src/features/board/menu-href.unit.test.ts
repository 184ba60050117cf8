import { expect, it } from 'vitest'
import { menuHref } from './menu-href'

const chosen = new URLSearchParams('period=2025Q2&asOf=2025-07-20&comparedWith=2025-07-01&region=510402')

it('keeps period and moments from one page of the board to another, and no filter', () => {
  expect(menuHref('/board/brief', '/board', chosen)).toBe(
    '/board/brief?period=2025Q2&asOf=2025-07-20&comparedWith=2025-07-01',
  )
  expect(menuHref('/board', '/board/targets/PX-145-T001', new URLSearchParams('asOf=2025-07-20'))).toBe(
    '/board?asOf=2025-07-20',
  )
})

it('keeps nothing to or from other pages, and no period from where it is a filter', () => {
  expect(menuHref('/plans', '/board', chosen)).toBe('/plans')
  expect(menuHref('/board', '/office', chosen)).toBe('/board')
  expect(menuHref('/board', '/board/changes', chosen)).toBe('/board?asOf=2025-07-20&comparedWith=2025-07-01')
})
