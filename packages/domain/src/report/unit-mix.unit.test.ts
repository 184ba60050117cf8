import { describe, expect, it } from 'vitest'
import { checkEntry } from './check'
import type { ProjectEntry } from '@lianxi/schema/commands/entry'
import { check } from './testing/given'
import { type Case, unitMixCases } from './testing/unit-mix-series'

/** The rule was tuned on seed 1 alone; what is held and written down is seed 3, looked at once. */
const REPORTED = 3

const asked = ({ entry, context }: Case): boolean =>
  checkEntry(entry, context, '更正').some(({ code }) => code.startsWith('unit-jump'))

function count(cases: Case[], by: (each: Case) => string): string {
  const found = new Map<string, number>()
  for (const each of cases) found.set(by(each), (found.get(by(each)) ?? 0) + 1)
  return [...found].map(([name, times]) => `${name} ${times}`).join('，')
}

const BUILDING: ProjectEntry = {
  ...{ kind: 'project', nil: false, stage: 'under-construction', progressPercent: '90', physicalProgress: '' },
  ...{ investedYearWan: '', investedTotalWan: '', milestones: [], matters: [], problems: '', nextStep: '' },
}

describe('万元 and 亿元 mixed up', () => {
  it('is found in mistaken series and not in honest ones', () => {
    const cases = unitMixCases(REPORTED, 2_000, 500)
    const [honest, mistaken] = [cases.filter(({ mistake }) => mistake === null), cases.filter((each) => each.mistake)]
    const [inVain, right] = [honest.filter(asked), mistaken.filter(asked)]
    const missed = mistaken.filter((each) => !asked(each))
    const [precision, recall] = [right.length / (right.length + inVain.length), right.length / mistaken.length]
    const said = [
      `${honest.length} honest, ${mistaken.length} mistaken, seed ${REPORTED}`,
      `found ${right.length}, asked in vain ${inVain.length}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      `asked in vain: ${count(inVain, ({ shape }) => shape)}`,
      `missed: ${count(missed, ({ shape, mistake }) => `${shape} ${mistake ?? ''}`)}`,
    ]
    process.stdout.write(`${said.join('\n')}\n`)
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    ['13.9 亿元 typed in 元', '1390000000', 'unit-jump-total'],
    ['and in 亿元, rounded as the field asks', '14', 'unit-jump-total'],
    ['right', '139000', undefined],
  ])('knows the case of the project of 13.9 亿元: %s', (_, investedTotalWan, code) => {
    const typed = { ...BUILDING, investedTotalWan }
    const codes = checkEntry(typed, check({ unit: null, basis: null, totalWan: 152_000, history: [] }), null)
    expect(codes.map((found) => found.code)).toEqual(code === undefined ? [] : [code])
  })
})
