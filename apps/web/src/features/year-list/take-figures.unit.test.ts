import { expect, it } from 'vitest'
import { figureOf, lineOf, type Offered, readTaken } from './take-figures'

const target = lineOf('PX-155-T001', '510400')
const project = lineOf('PX-155-P001', '513400')
const offered: Offered[] = [
  { line: target, name: '粮食产量', kind: 'target' },
  { line: project, name: '攀盐高速', kind: 'project' },
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
