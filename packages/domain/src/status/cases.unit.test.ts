import { readFileSync } from 'node:fs'
import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getCatalogue } from '@lianxi/catalog/load'
import { targetEvent } from '@lianxi/catalog/events/subject-events'
import { MeasureKind, Status, judgedBasis, type JudgedBasis } from '@lianxi/schema/status-vocabulary'
import type { CellSaid } from '../judge/cell-said'
import { NO_SERIES } from '../judge/other-series'
import { targetGiven } from '../judge/target-given'
import { DEFAULT_RULE_SET } from './default-rules'
import { sayableOf } from './sayable'
import { resolveProject } from './resolve-project'
import { resolveTarget } from './resolve-target'
import { projectInput } from './testing/given'
import { ProjectInput, TargetInput, type Judgement, type RuleSet } from './types'

/** Cases worked by hand from the catalogue's own targets: what is assumed, what is to come out, and the sum in words. */
const FILE = new URL('../../fixtures/status-cases.jsonl', import.meta.url)
const Figures = z.record(z.string(), z.string().nullable())
const shared = {
  asked: z.string(),
  status: Status,
  measure: z.tuple([MeasureKind, z.string()]).optional(),
  worked: z.string().min(1),
}
const Methods = z.record(z.string(), z.string())
const OfTarget = z.strictObject({
  target: z.string(),
  figures: Figures,
  given: z
    .strictObject({
      ...TargetInput.partial().shape,
      otherFigures: Figures.optional(),
      methods: Methods.optional(),
    })
    .optional(),
  ...shared,
})
const OfProject = z.strictObject({
  project: z.string(),
  given: ProjectInput.partial(),
  methods: Methods.optional(),
  ...shared,
})
const cases = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.union([OfTarget, OfProject]).parse(JSON.parse(line)))
type Case = (typeof cases)[number]

const catalogue = getCatalogue()
const plans = new Map(catalogue.plans.map(({ row }) => [row.code, row]))
const targets = new Map(catalogue.targets.map(({ row }) => [row.code, row]))
const projects = new Set(catalogue.projects.map(({ row }) => row.code))

const ruleSetWith = (methods: Record<string, string> | undefined): RuleSet => {
  const { version, rules } = DEFAULT_RULE_SET
  return { version, rules: { ...rules, methods: { ...rules.methods, ...methods } } }
}
const figuresOf = (figures: z.infer<typeof Figures>) =>
  Object.entries(figures).map(([period, value]) => ({ period, value }))

const cellsOf = (figures: z.infer<typeof Figures>): CellSaid[] =>
  figuresOf(figures).map(({ period, value }) => ({
    ...{ period, value, nil: value === null, state: 'reported', milestones: [] },
    ...{ stage: null, investedYearWan: null, progressPercent: null },
  }))

function judged(one: Case): Judgement {
  if ('project' in one) {
    expect(projects).toContain(one.project)
    return resolveProject(
      ProjectInput.parse({ ...projectInput(), period: one.asked, ...one.given }),
      ruleSetWith(one.methods),
    )
  }
  const row = targets.get(one.target)
  if (row === undefined) throw new Error(`${one.target} is not in the catalogue`)
  const { data } = targetEvent(row, plans)
  const { otherFigures, methods, ...over } = one.given ?? {}
  const planStart = plans.get(row.plan)?.periodStart ?? 2021
  const place = { region: row.region, period: one.asked, item: null, due: true, planStart, cells: cellsOf(one.figures) }
  const input = targetGiven({ doc: data, accepted: [], compared: NO_SERIES, share: null, ...place })
  const relative = input.relative && { ...input.relative, figures: figuresOf(otherFigures ?? {}) }
  return resolveTarget(TargetInput.parse({ ...input, relative, ...over }), ruleSetWith(methods))
}

const results = cases.map((one) => ({ one, said: judged(one) }))

describe('the table of cases', () => {
  test('is long enough and has every basis', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100)
    const bases = new Set<JudgedBasis>(results.map(({ said }) => said.basis))
    expect([...bases].sort()).toEqual([...judgedBasis.words].sort())
    expect(new Set(results.map(({ said }) => said.status)).size).toBe(Status.options.length)
  })

  test.each(results.map(({ one, said }, index) => [index + 1, one.worked, one, said] as const))(
    '%i %s',
    (_number, _worked, one, said) => {
      expect(said.status, said.sentence).toBe(one.status)
      if (said.status !== 'not-due' && said.status !== 'not-reported')
        expect(sayableOf(said.basis), 'what the rules say may be said by hand').toContain(said.status)
      if (one.measure === undefined) return
      const [kind, value] = one.measure
      expect(said.measure?.kind).toBe(kind)
      expect(new Big(said.measure?.value ?? '').toFixed(4), said.sentence).toBe(value)
    },
  )
})
