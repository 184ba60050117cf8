import { describe, expect, it } from 'vitest'
import { findRegionFault } from './region-code'

const LISTED = [
  { code: '510000', level: 'province' },
  { code: '510400', level: 'prefecture' },
  { code: '510403', level: 'county' },
] as const
const fault = (
  code: string,
  level: 'province' | 'prefecture' | 'county',
  parent: string | null,
  reporting = ['510403'],
) => findRegionFault({ code, level, parent }, LISTED, reporting)

describe('a new region', () => {
  it.each([
    ['510411', 'county', '510400'],
    ['510700', 'prefecture', '510000'],
    ['519001', 'county', '510000'],
    ['510400', 'prefecture', '510000'],
    ['530000', 'province', null],
  ] as const)('%s of level %s under %s is listed', (code, level, parent) => {
    expect(fault(code, level, parent)).toBeUndefined()
  })

  it.each([
    ['510400', 'county', '510000', 'region-code-shape'],
    ['510411', 'prefecture', '510000', 'region-code-shape'],
    ['510004', 'county', '510000', 'region-code-shape'],
    ['010400', 'prefecture', '510000', 'region-code-shape'],
    ['510403', 'county', '510400', 'code-taken'],
    ['510411', 'county', null, 'parent-unknown'],
    ['510411', 'county', '513400', 'parent-unknown'],
    ['513401', 'county', '510400', 'parent-unknown'],
    ['510411', 'county', '510403', 'parent-unknown'],
    ['530000', 'province', '510000', 'parent-unknown'],
  ] as const)('%s of level %s under %s is refused: %s', (code, level, parent, why) => {
    expect(fault(code, level, parent)).toBe(why)
  })

  it('reports in one zone only: a region has one voice', () => {
    expect(fault('510411', 'county', '510400', ['510411'])).toBe('code-taken')
  })
})
