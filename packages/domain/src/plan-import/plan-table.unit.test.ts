import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { basis, comparator, stage, visibility, workField } from '@lianxi/schema/vocabulary'
import { fieldHead } from './fields'
import { planTables } from './plan-table'
import { GDP, known, PLAN, read, said, sheet } from './testing/given'

const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯'), minLength: 3, maxLength: 10 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const figure = fc
  .tuple(fc.nat(99_999), fc.integer({ min: 1, max: 99 }))
  .map(([whole, part]) => `${whole}.${part}`.replace(/0$/, ''))
const source = fc.record({
  plan: fc.constant('PX-155'),
  chapter: maybe(words),
  section: maybe(words),
  box: maybe(words),
  line: maybe(fc.nat(9999)),
})
const stated = fc.uniqueArray(words, { maxLength: 3 }).map((names) => names.join('、'))
const bodiesOf = (said: string) => (said === '' ? {} : { statedBodies: said })
const yearly = fc
  .uniqueArray(fc.integer({ min: 2026, max: 2030 }), { minLength: 1, maxLength: 5 })
  .map((years) => years.sort())

const target = fc
  .record({
    ...{
      name: words,
      domain: fc.constantFrom(...workField.words),
      region: fc.constantFrom('Z-PX', '510400', '513400'),
    },
    ...{
      basis: fc.constantFrom(...basis.words),
      visibility: fc.constantFrom(...visibility.words),
      value: maybe(figure),
    },
    ...{
      stated,
      how: fc.constantFrom(...comparator.words.filter((word) => word !== 'range' && word !== 'qualitative')),
      source,
    },
    ...{
      baseline: maybe(fc.record({ value: figure, year: fc.constant(2025), note: maybe(words) })),
      years: maybe(yearly),
    },
    ...{
      direction: maybe(fc.constantFrom('up' as const, 'down' as const)),
      holdSide: maybe(fc.constantFrom('below' as const, 'above' as const)),
    },
  })
  .map(({ how, years, value, stated: said, ...rest }): Omit<TargetListed, 'code'> => ({
    ...{ ...rest, value, plan: 'PX-155', indicator: null, unit: '万人', valueHigh: null, targetYear: 2030 },
    ...{
      comparator: value === null ? 'qualitative' : how,
      standing: rest.holdSide !== null,
      reportable: value !== null,
    },
    ...{ frequency: 'quarter', priceBasis: null },
    ...bodiesOf(said),
    ...(years !== null && { yearly: years.map((year) => ({ year, value: '1.5' })) }),
  }))

const project = fc
  .record({
    ...{
      name: words,
      domain: fc.constantFrom(...workField.words),
      stage: maybe(fc.constantFrom(...stage.words)),
      source,
    },
    ...{
      category: maybe(words),
      plannedOutcome: maybe(words),
      scale: maybe(words),
      investmentWan: maybe(fc.integer({ min: 1000, max: 3000 })),
    },
    ...{ stated, shared: fc.boolean(), visibility: fc.constantFrom(...visibility.words), years: maybe(yearly) },
  })
  .map(({ shared, years, stated: named, ...rest }): Omit<ProjectListed, 'code'> => ({
    ...{
      ...rest,
      plan: 'PX-155',
      startYear: 2026,
      endYear: 2029,
      parent: null,
      crossRegion: shared,
      regionUnknown: false,
    },
    ...{ regions: shared ? ['510400', '513400'] : ['510403'], possibleSameAs: [] },
    ...(shared && {
      parts: [
        { region: '510400', sharePercent: '62.5' },
        { region: '513400', sharePercent: '37.5' },
      ],
    }),
    ...bodiesOf(named),
    ...(years !== null && { yearly: years.map((year) => ({ year, planWan: 7 })) }),
  }))

const coded = <Doc>(letter: string, docs: Doc[]) => docs.map((doc, at) => ({ code: `PX-155-${letter}${at}`, ...doc }))

it('what goes out as the template comes in again: onto the same board nothing changes, onto an empty one all of it', () => {
  fc.assert(
    fc.property(
      fc.array(target, { minLength: 1, maxLength: 8 }),
      fc.array(project, { minLength: 1, maxLength: 8 }),
      (some, others) => {
        const docs = { plans: [PLAN], indicators: [GDP], targets: coded('T', some), projects: coded('P', others) }
        const sheets = planTables(docs).map(({ kind, fields, rows }) =>
          sheet(
            { plan: '规划', indicator: '指标', target: '目标', project: '项目' }[kind],
            fields.map((field) => fieldHead(kind, field)),
            ...rows,
          ),
        )
        const again = read(sheets, known(docs))
        expect([said(again).filter((one) => one.startsWith('错')), again.changes, again.unchanged]).toEqual([
          [],
          [],
          2 + some.length + others.length,
        ])
        const fresh = read(sheets, known({ plans: [], indicators: [] }))
        expect(fresh.changes.map(({ event }) => event.data)).toEqual([PLAN, GDP, ...docs.targets, ...docs.projects])
      },
    ),
    { numRuns: 60 },
  )
})
