import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOfProject, courseOfTarget, type Course } from './course'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveProject } from './resolve-project'
import { resolveTarget } from './resolve-target'
import { senseOf } from './sense'
import { reported, ruleSet } from './testing/arbitrary'
import { projectInput, targetInput } from './testing/given'
import type { Judgement } from './types'

const MEASURED = ['linear', 'given-path', 'pace-ratio', 'pace-points']
const EPSILON = 1e-6

/** The status the course's limits give a value; undefined: too near to a limit to say by floats. */
function bandBy({ limits }: Course, actual: string, falling: boolean): string | undefined {
  if (limits === null) return undefined
  const value = Number(actual)
  const ladder = [
    ['ahead', Number(limits.ahead)],
    ['on-track', Number(limits.onTrack)],
    ['behind', Number(limits.behind)],
  ] as const
  if (ladder.some(([, limit]) => Math.abs(limit - value) < EPSILON * Math.max(1, Math.abs(limit)))) return undefined
  return ladder.find(([, limit]) => (falling ? value < limit : value > limit))?.[0] ?? 'seriously-behind'
}

const isMeasured = ({ method, measure }: Judgement): boolean => MEASURED.includes(method) && measure !== null

describe('the course', () => {
  it('is what the resolver judges by: what it expects, and the status its limits give the value', () => {
    let judged = 0
    fc.assert(
      fc.property(reported, ruleSet, (given, rules) => {
        const said = resolveTarget(given, rules)
        if (!isMeasured(said) || said.actual === null) return
        const course = courseOfTarget(given, rules)
        expect(course?.expected).toBe(said.expected)
        // Compound methods fall back to the line where they cannot be reckoned; their course has no limits.
        if (course === undefined || course.limits === null || said.status === 'regressing') return
        judged += 1
        const falling = Number(course.limits.ahead) < Number(course.limits.behind)
        const band = bandBy(course, said.actual, falling)
        if (band !== undefined) expect([band, senseOf(given)]).toEqual([said.status, falling ? 'down' : 'up'])
      }),
      { numRuns: 1_500 },
    )
    expect(judged).toBeGreaterThan(20)
  })

  it('of a project is what its investment is judged by', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom('2025Q1', '2025Q3', '2025-12'),
        ruleSet,
        (done, period, rules) => {
          const given = projectInput({ period, investedYearWan: done })
          const [said, course] = [resolveProject(given, rules), courseOfProject(given, rules)]
          expect(course?.expected).toBe(said.expected)
          const band = course && bandBy(course, String(done), false)
          if (band !== undefined) expect(band).toBe(said.status)
        },
      ),
    ))

  it('says the limits in the subject’s own unit', () => {
    expect(courseOfTarget(targetInput(), DEFAULT_RULE_SET)).toEqual({
      expected: '160',
      limits: { ahead: '163', onTrack: '157', behind: '136' },
    })
    expect(courseOfProject(projectInput(), DEFAULT_RULE_SET)).toEqual({
      expected: '7500',
      limits: { ahead: '8000', onTrack: '7000', behind: '6000' },
    })
  })

  it('is nothing where nothing is measured against', () => {
    expect(courseOfTarget(targetInput({ baseline: null }), DEFAULT_RULE_SET)).toBeUndefined()
    expect(courseOfProject(projectInput({ planWan: null }), DEFAULT_RULE_SET)).toBeUndefined()
  })
})
