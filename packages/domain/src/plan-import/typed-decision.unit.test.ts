import { TypeDecision } from '@lianxi/schema/commands/plan-import'
import { workField } from '@lianxi/schema/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basisText } from '../plan/decision'
import { known, read } from './testing/given'
import { decisionSheets } from './typed-decision'

const matter = (name: string, change = {}) => ({
  ...{ name, field: '产业发展', region: null, article: '第三条', bodies: '' },
  ...change,
})
const decision = (change = {}) =>
  TypeDecision.parse({
    ...{ zone: 'Z-PX', region: null, kind: 'minutes', name: '联席会议第三次会议纪要', issuer: '联席会议办公室' },
    ...{ documentNumber: '攀西联〔2026〕3号', issuedOn: '2026-03-18', dueYear: 2027 },
    matters: [
      matter('建成钒钛检测中心', { region: '510400' }),
      matter('共建消费帮扶专区', { bodies: '市经济和信息化局' }),
    ],
    ...change,
  })

describe('a decision typed in', () => {
  it('is a document and qualitative targets, found by the door as a workbook’s', () => {
    const { faults, skipped, changes } = read(decisionSheets(decision()))
    // A body nobody registered is said and kept in the document’s words.
    expect([faults.map(({ level }) => level), skipped]).toEqual([['warning'], []])
    expect(changes.map(({ event }) => event.data)).toMatchObject([
      {
        ...{ name: '联席会议第三次会议纪要', kind: 'minutes', documentNumber: '攀西联〔2026〕3号', status: 'issued' },
        ...{ issuedOn: '2026-03-18', periodStart: 2026, periodEnd: 2027, region: null },
      },
      { name: '建成钒钛检测中心', basis: 'flag', value: null, region: '510400', targetYear: 2027 },
      { name: '共建消费帮扶专区', region: 'Z-PX', statedBodies: '市经济和信息化局', source: { chapter: '第三条' } },
    ])
  })

  it('typed again with one matter more it changes nothing but adds that one', () => {
    const first = read(decisionSheets(decision()))
    const board = first.changes.reduce(
      (so, { event }) =>
        event.type === 'lianxi.plan.listed.v1'
          ? { ...so, plans: [...so.plans, event.data] }
          : event.type === 'lianxi.target.listed.v1'
            ? { ...so, targets: [...so.targets, event.data] }
            : so,
      known(),
    )
    const more = decision({ matters: [...decision().matters, matter('建立联合执法机制')] })
    const { faults, changes, unchanged } = read(decisionSheets(more), board)
    expect(faults.filter(({ level }) => level === 'error')).toEqual([])
    expect([changes.map(({ name }) => name), unchanged]).toEqual([['建立联合执法机制'], 3])
  })

  it('a region that does not exist is refused in words, nothing is lost', () => {
    const { faults } = read(decisionSheets(decision({ matters: [matter('一事', { region: '513425' })] })))
    expect(faults.map(({ level }) => level)).toContain('error')
  })

  it('whatever is typed comes out again', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[一-龥]{1,30}$/), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...workField.words),
        fc.integer({ min: 2026, max: 2035 }),
        (names, field, dueYear) => {
          const matters = names.map((name) => matter(`推进${name}`, { field }))
          const { faults, skipped, changes } = read(decisionSheets(decision({ matters, dueYear })))
          expect([faults, skipped]).toEqual([[], []])
          expect(changes.slice(1).map(({ name }) => name)).toEqual(matters.map(({ name }) => name))
        },
      ),
    ))
})

describe('依据 of an item', () => {
  const document = { name: '决定', documentNumber: null, issuedOn: '2020-07-30', kind: 'decision' as const }
  const source = { plan: 'P', chapter: '二、', section: '（六）', box: null, line: 35 }
  it('names the decision by its number, else its day, and the place in it', () => {
    expect(basisText(document, source)).toBe('决定《决定》（2020-07-30） 二、 （六） 第35行')
    expect(
      basisText({ ...document, documentNumber: '3号', kind: 'minutes' }, { ...source, section: null, line: null }),
    ).toBe('会议纪要《决定》（3号） 二、')
  })
  it('is nothing for a plan', () => {
    expect(basisText({ ...document, kind: 'plan' }, source)).toBeNull()
    const { kind: _kind, ...older } = document
    expect(basisText(older, source)).toBeNull()
  })
})
