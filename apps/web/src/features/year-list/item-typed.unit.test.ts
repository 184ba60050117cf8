import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { expect, it } from 'vitest'
import { contentOf, flatOf, type Typed, typedFrom, typedOf } from './item-typed'

const common: Omit<ItemContent, 'kind' | 'target' | 'project'> = {
  ...{ subject: 'PX-145-T001', region: '510400', body: '510400-FGW', leadBody: '510400-FGW', coBodies: [] },
  ...{ leader: '', person: '', measures: '', deadline: '2026-12-31' },
  attribute: 'expected',
  visibility: 'public',
  frequency: 'quarter',
}
const target: ItemContent = {
  ...common,
  kind: 'target',
  project: null,
  target: { baseline: null, yearValue: null, path: [{ year: 2027, value: '1600', origin: 'plan' }] },
}
const project: ItemContent = {
  ...common,
  kind: 'project',
  target: null,
  project: { planWan: 9000, totalWan: 40_000, origin: 'list', monthlyPercent: null, milestones: [], sharePercent: 50 },
}
const typing = (content: ItemContent, change: Partial<Typed>) =>
  contentOf({ ...typedOf(content), ...change }, content, 2026)

it('reads a figure as people write it and puts it on the path', () => {
  const { content, faults } = typing(target, { value: ' １，５００.50 ', origin: 'list' })
  expect(faults).toEqual({})
  const yearValue = { year: 2026, value: '1500.5', origin: 'list' }
  expect(content.target).toMatchObject({ yearValue, path: [yearValue, { year: 2027 }] })
})

it('never makes 182 of 18,2: what cannot be read is said at its field', () => {
  expect(typing(target, { value: '18,2' }).faults).toEqual({
    'target.yearValue.value': '2026年目标值应为数字，整数部分不超过15位、小数不超过6位，如 218.4；单位不必填写。',
  })
  expect(typing(project, { planWan: '9,00', totalWan: '4.5', sharePercent: '33.5' }).faults).toEqual({
    'project.planWan': '年度计划应为整数，单位为万元。',
    'project.totalWan': '总投资应为整数，单位为万元。',
    'project.sharePercent': '分担比例应为 0 至 100 之间的整数。',
  })
})

it('reads a curve of the year pasted from a sheet, and says what one must be', () => {
  const monthlyPercent = [2, 5, 12, 20, 30, 41, 51, 61, 72, 82, 92, 100]
  const said = (curve: string) => typing(project, { curve })
  const pasted = said(' ２\t5%\t12 20、30,41 51 61 72 82 92 100')
  expect(pasted).toMatchObject({ faults: {}, content: { project: { monthlyPercent } } })
  expect(typing(pasted.content, {}).content).toEqual(pasted.content)
  for (const wrong of ['8 8 8 8 8 8 8 8 9 9 9 9', '2 5 12', monthlyPercent.toReversed().join(' '), '2 5 1.5']) {
    expect(said(wrong).faults['project.monthlyPercent']).toContain('逐月累计应为十二个 0 至 100 的整数')
  }
})

it('an empty field is no figure, never zero, and what stands there is read back as itself', () => {
  expect(typing(project, { planWan: '', sharePercent: '' }).content.project).toMatchObject({
    planWan: null,
    sharePercent: null,
  })
  expect(typing(project, {}).content).toEqual(project)
})

it('is kept in the browser field by field and comes back as it was typed', () => {
  const milestones = [
    { name: '主体 封顶', dueOn: '2026-06-30' },
    { name: '', dueOn: '' },
  ]
  for (const change of [{}, { coBodies: ['510400-TJJ', '510400-JXW'] }, { milestones }]) {
    const typed: Typed = { ...typedOf(project), ...change }
    expect(typedFrom(flatOf(typed))).toEqual(typed)
  }
})
