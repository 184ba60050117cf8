import { expect, it } from 'vitest'
import { doubtsOf, figureOf, lineOf, type Offered, readTaken } from './take-figures'

const target = lineOf('PX-155-T001', '510400')
const project = lineOf('PX-155-P001', '513400')
const none = { value: null, planWan: null }
const offered: Offered[] = [
  {
    ...{
      line: target,
      name: '粮食产量（攀枝花）',
      kind: 'target',
      unit: '万吨',
      before: { value: '30', planWan: null },
    },
    held: { beside: { year: 2025, value: '29.5' }, totalWan: null },
  },
  {
    ...{ line: project, name: '攀盐高速', kind: 'project', unit: '万元', before: none },
    held: { beside: null, totalWan: 400_000 },
  },
]
const read = (texts: Record<string, string>, chosen = [target, project]) =>
  readTaken((field) => texts[field] ?? '', chosen, offered)

it('takes the chosen lines with their figures as people write them; an empty one is none', () => {
  expect(read({ [figureOf(target)]: '１，２００.50', [figureOf(project)]: '8,000' })).toEqual({
    ok: true,
    taken: [
      { subject: 'PX-155-T001', region: '510400', figure: { value: '1200.5', planWan: null } },
      { subject: 'PX-155-P001', region: '513400', figure: { value: null, planWan: 8000 } },
    ],
  })
  expect(read({ [figureOf(project)]: 'x' }, [target])).toMatchObject({ taken: [{ figure: { value: null } }] })
})

it('names the first line it cannot read', () => {
  expect(read({ [figureOf(target)]: '三百', [figureOf(project)]: 'x' })).toMatchObject({ ok: false, line: target })
  const wrong = read({ [figureOf(project)]: '0.5' })
  expect(wrong).toMatchObject({ ok: false, line: project })
  expect(wrong.ok ? '' : wrong.message).toContain('攀盐高速：年度计划应为整数')
})

it('doubts a figure ten times another year’s or the plan’s, and a plan over the whole; each line by itself', () => {
  const said = (texts: Record<string, string>) => {
    const taken = read(texts)
    return taken.ok ? doubtsOf(taken.taken, offered, 2026).map((doubt) => [doubt.line, doubt.said]) : []
  }
  expect(said({ [figureOf(target)]: '31', [figureOf(project)]: '8,000' })).toEqual([])
  expect(said({ [figureOf(target)]: '310000', [figureOf(project)]: '8,000' })).toEqual([
    [target, '粮食产量（攀枝花）：2026年目标值 310,000 万吨，原为 30 万吨，相差十倍以上，请核对单位。'],
  ])
  expect(said({ [figureOf(target)]: '', [figureOf(project)]: '500000' })).toEqual([
    [project, '攀盐高速：年度计划 50 亿元，超过总投资 40 亿元。'],
  ])
})
