import type { MatterKind } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coordination, matterChanges, type SaidOfMatters, standingOf } from './standing'

const said = (problems: string, matters: Coordination[] = [], nil = false): SaidOfMatters => ({
  problems,
  matters,
  nil,
})
const land: Coordination = { kind: 'land', text: '征地尚缺30亩' }
const funds: Coordination = { kind: 'funds', text: '缺口 2000 万元' }

describe('what reports leave open', () => {
  test('is what the last one says; nobody said anything: nothing', () => {
    expect(standingOf([])).toEqual({ problem: '', coordination: [] })
    expect(standingOf([said('资金不足', [land]), said('', [funds])])).toEqual({ problem: '', coordination: [funds] })
  })

  test('stays with 本期无变化, but for the words it has itself', () => {
    expect(standingOf([said('资金不足', [land]), said('', [], true)])).toEqual({
      problem: '资金不足',
      coordination: [land],
    })
    expect(standingOf([said('资金不足', [land]), said('汛期停工 ', [], true)])).toEqual({
      problem: '汛期停工',
      coordination: [land],
    })
  })
})

const change = (before: SaidOfMatters[], after: SaidOfMatters[]) => matterChanges(standingOf(before), standingOf(after))

describe('opened and closed', () => {
  test('first said is opened, no longer said is closed', () => {
    expect(change([], [said('资金不足', [land])])).toEqual({
      ...{
        opened: [
          { what: 'problem', text: '资金不足' },
          { what: 'land', text: '征地尚缺30亩' },
        ],
        closed: [],
      },
    })
    expect(change([said('资金不足', [land, funds])], [said('', [funds])])).toEqual({
      ...{
        opened: [],
        closed: [
          { what: 'problem', text: '资金不足' },
          { what: 'land', text: '征地尚缺30亩' },
        ],
      },
    })
  })

  test('said in other words is neither; a second one of the kind is opened', () => {
    const reworded: Coordination = { kind: 'land', text: '还缺 20 亩用地' }
    expect(change([said('资金不足', [land])], [said('资金仍不足', [reworded])])).toEqual({ opened: [], closed: [] })
    expect(change([said('', [land])], [said('', [reworded, land])])).toEqual({
      ...{ opened: [{ what: 'land', text: '还缺 20 亩用地' }], closed: [] },
    })
  })

  const coordination = fc.record({
    kind: fc.constantFrom<MatterKind[]>('land', 'funds', 'other'),
    text: fc.constantFrom('甲', '乙', '丙'),
  })
  const standing = fc.record({ problem: fc.constantFrom('', '甲', '乙'), coordination: fc.array(coordination) })
  const size = (one: { problem: string; coordination: readonly Coordination[] }) =>
    one.coordination.length + (one.problem === '' ? 0 : 1)

  test('balance: what is open now is what was, with what was opened and without what was closed', () => {
    fc.assert(
      fc.property(standing, standing, (before, after) => {
        const { opened, closed } = matterChanges(before, after)
        expect(size(before) + opened.length - closed.length).toBe(size(after))
        expect(matterChanges(after, before)).toEqual({ opened: closed, closed: opened })
        expect(matterChanges(after, after)).toEqual({ opened: [], closed: [] })
        const kinds = new Set(opened.map(({ what }) => what))
        expect(closed.filter(({ what }) => kinds.has(what))).toEqual([])
      }),
    )
  })
})
