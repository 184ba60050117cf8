import { expect, it } from 'vitest'
import { DEFAULT_RULE_SET } from './default-rules'
import { measuredWords } from './measured-words'
import { resolveProject } from './resolve-project'
import { resolveTarget } from './resolve-target'
import { projectInput, targetInput } from './testing/given'

const wordsOf = (judged: ReturnType<typeof resolveTarget>) => measuredWords(judged, DEFAULT_RULE_SET.rules)

it('says the measure and both values with their units, as the sentence does', () => {
  const project = resolveProject(projectInput({ planWan: 57_600, investedYearWan: 28_267 }), DEFAULT_RULE_SET)
  expect(wordsOf(project)).toEqual({ measure: '-25.9 个百分点', expected: '43,200 万元', actual: '28,267 万元' })
  expect(project.sentence).toContain('差值 -25.9 个百分点')
  const figures = [{ period: '2023', value: '1234.56785' }]
  const target = { value: '2000', high: null, year: 2025 }
  const stock = resolveTarget(targetInput({ target, figures }), DEFAULT_RULE_SET)
  expect(wordsOf(stock)).toMatchObject({ expected: '1,240 个', actual: '1,234.5679 个' })
})

it('rounds nothing to the other side of a limit, nor two values that differ to the same', () => {
  const judged = { inputs: null, method: 'linear', measure: { kind: 'ratio', value: '0.949999' } } as const
  const words = measuredWords({ ...judged, expected: '100', actual: '99.999999' }, DEFAULT_RULE_SET.rules)
  expect(words).toEqual({ measure: '0.949999', expected: '100', actual: '99.999999' })
})

it('shows what should fall as its sentence does, not as it is banded', () => {
  const year = { yearValue: { value: '100', origin: 'list' as const }, period: '2023Q2' as const }
  const figures = [{ period: '2023Q2', value: '60' }]
  const flow = targetInput({ basis: 'flow', comparator: 'le', direction: 'down', ...year, figures })
  const judged = resolveTarget(flow, DEFAULT_RULE_SET)
  expect(judged.measure?.value).toBe('0.8')
  expect(judged.sentence).toContain('比值 1.20')
  expect(wordsOf(judged).measure).toBe('1.20')
})
