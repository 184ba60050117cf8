import { expect, it } from 'vitest'
import { changeFilters, filterNote, listFilters, matrixFilters } from './filter-words'

const regions = [{ code: '510403', name: '西区' }]

it('says every filter of a list in the words of its form, and nothing of what is no filter', () => {
  const asked = {
    ...{ period: '2025Q3', region: '510403', field: '科技创新', status: 'behind', show: 'late', attribute: 'binding' },
    ...{ plan: 'PX', scope: 'all', crossRegion: 'true', q: '康养', page: '2', sort: 'name' },
  }
  expect(filterNote(listFilters(asked, { regions, plans: [{ code: 'PX', name: '攀西规划' }] }))).toBe(
    '筛选：地区 西区；领域 科技创新；状态 滞后；填报情况 迟报；属性 约束性；出自规划 攀西规划；范围 规划全部；只看跨区域；名称或编号含“康养”',
  )
  expect(listFilters({ scope: 'listed', crossRegion: false }, { regions })).toEqual(['不含跨区域'])
  expect(listFilters({ show: 'attention' }, { regions })).toEqual(['填报情况 需关注'])
  expect(filterNote(listFilters({ period: '2025Q3' }, { regions }))).toBe('筛选：无')
})

it('says those of changes and of what regions say side by side', () => {
  const change = { change: 'overdue', period: '2025Q3', region: '510499' }
  expect(changeFilters(change, { regions })).toEqual(['变化 到期未报', '报告期 2025年三季度', '地区 510499'])
  expect(matrixFilters({ show: 'open', what: 'share', q: '路' }, { regions })).toEqual([
    '核对情况 不一致待核定',
    '不一致 投资占比与约定分担相差超过10个百分点',
    '名称或编号含“路”',
  ])
})
