import { describe, expect, it } from 'vitest'
import { homeOf, navigationOf, safeNext } from './home'

const member = (role: 'reporter' | 'approver' | 'secretariat' | 'admin') => ({
  zone: 'Z-PX',
  body: '510403-FGJ',
  bodyName: '西区发展和改革局',
  region: '510403',
  regionName: '西区',
  role,
})

describe('where a login leads back to', () => {
  it('keeps a page of ours with its filters', () =>
    expect(safeNext('/office?period=2025Q3&subject=XQ-145-T001')).toBe('/office?period=2025Q3&subject=XQ-145-T001'))
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/login?next=/login', 'javascript:alert(1)'])(
    'refuses %s',
    (next) => expect(safeNext(next)).toBe('/'),
  )
  it('knows no page', () => expect(safeNext(undefined)).toBe('/'))
})

describe('navigation follows the role', () => {
  it('gives a clerk the due list first', () => expect(homeOf({ memberships: [member('reporter')] })).toBe('/office'))
  it('gives an approver the queue first', () => expect(homeOf({ memberships: [member('approver')] })).toBe('/review'))
  it('gives the secretariat the board', () => expect(homeOf({ memberships: [member('secretariat')] })).toBe('/board'))
  it('says how many messages are parked in the administrator’s menu', () => {
    const label = (parked?: number) =>
      navigationOf({ memberships: [member('admin')], ...(parked !== undefined && { parked }) }).find(
        ({ href }) => href === '/admin/parked',
      )?.label
    expect([label(7), label(0), label()]).toEqual(['待处理消息 7', '待处理消息', '待处理消息'])
  })
  it('says how many asks for more time the secretariat of this zone has to answer', () => {
    const asks = [
      { zone: 'Z-CN', open: 5 },
      { zone: 'Z-PX', open: 2 },
    ]
    const labels = navigationOf({ memberships: [member('secretariat')], asks }).map(({ label }) => label)
    expect(labels).toContain('催报 2')
  })
  it('shows each page once', () => {
    const hrefs = navigationOf({ memberships: [member('reporter'), member('approver')] }).map(({ href }) => href)
    expect(new Set(hrefs).size).toBe(hrefs.length)
  })
  it('says so when there is no role', () => expect(homeOf({ memberships: [] })).toBe('/none'))
})
