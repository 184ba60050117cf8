import { describe, expect, it } from 'vitest'
import { encodeEvent } from '@lianxi/schema/events/encode'
import { comparePeriods, yearOf } from '@lianxi/schema/period'
import { momentsOfDemo } from '../lists/calendar'
import { ZONE } from '../lists/regions'
import { readSubjects } from '../lists/subjects'
import { demoActs } from './acts'
import { type Batch, createPlay } from './play'
import { DEMO_END, demoStops } from './stops'

const subjects = readSubjects()
const acts = demoActs(subjects)
const whole = createPlay(subjects)(acts)
const reports = whole.events.flatMap(({ event, at }) =>
  event.type === 'lianxi.target.progress-reported.v1' || event.type === 'lianxi.project.progress-reported.v1'
    ? [{ ...event.data, at }]
    : [],
)
const series = new Map<string, typeof reports>()
for (const report of reports) {
  const name = `${report.subject} ${report.region}`
  series.set(name, [...(series.get(name) ?? []), report])
}
const standing = (own: typeof reports) =>
  [...new Map(own.map((report) => [report.period, report])).values()].sort((a, b) => comparePeriods(a.period, b.period))

describe('the demo’s history', () => {
  it('is the same each time, and the same stop by stop as all at once', () => {
    const play = createPlay(readSubjects())
    const again = demoActs(readSubjects())
    const stops = demoStops().map(({ at }) => at.getTime())
    const batches = stops.map((stop, index): Batch => {
      const since = stops[index - 1] ?? 0
      return play(again.filter(({ at }) => at.getTime() > since && at.getTime() <= stop))
    })
    expect(JSON.stringify(batches.flatMap(({ events }) => events))).toBe(JSON.stringify(whole.events))
  }, 60_000)

  it('every event can be published, and no event id stands twice', () => {
    for (const { id, event, source, at } of whole.events)
      expect(() => encodeEvent(event, { id, zone: ZONE, source, time: at.toISOString() })).not.toThrow()
    expect(new Set(whole.events.map(({ id }) => id)).size).toBe(whole.events.length)
    expect(whole.events.length).toBeGreaterThan(2000)
  })

  it('a year-to-date figure never falls without a correction', () => {
    for (const [name, own] of series) {
      const basis = subjects.targets.get(own[0]?.subject ?? '')?.basis
      if (basis !== 'flow' && basis !== 'cumulative' && basis !== 'per-year') continue
      for (const [index, report] of standing(own).entries()) {
        const before = standing(own)[index - 1]
        if (before === undefined || yearOf(before.period) !== yearOf(report.period)) continue
        if (!('value' in report.content) || !('value' in before.content) || report.content.nil || before.content.nil)
          continue
        expect(Number(report.content.value), `${name} ${report.period}`).toBeGreaterThanOrEqual(
          Number(before.content.value),
        )
      }
    }
  })

  it('sums since the start are those of the years together and only grow; progress stays within 0 and 100', () => {
    for (const [name, own] of series) {
      let [total, progress] = [0, 0]
      for (const { content, period } of standing(own)) {
        if (!('stage' in content) || content.nil) continue
        expect(content.investedTotalWan, `${name} ${period}`).toBeGreaterThanOrEqual(
          Math.max(total, content.investedYearWan ?? 0),
        )
        expect(Number(content.progressPercent), `${name} ${period}`).toBeGreaterThanOrEqual(progress)
        expect(Number(content.progressPercent)).toBeLessThanOrEqual(100)
        ;[total, progress] = [content.investedTotalWan ?? 0, Number(content.progressPercent)]
      }
    }
  })

  it('nobody approves their own, and a correction says why', () => {
    for (const { reportedBy, approvedBy, replaces, correctionReason } of reports) {
      expect(reportedBy).not.toBe(approvedBy)
      expect(replaces === null || (correctionReason ?? '') !== '').toBe(true)
    }
  })

  it('most came in time; a few late, corrected, returned, unchanged or missing', () => {
    const past = reports.filter(({ period, revision }) => period < '2025Q3' && revision === 1)
    const late = past.filter(({ period, at }) => at > momentsOfDemo(period).dueAt)
    expect(late.length / past.length).toBeGreaterThan(0.02)
    expect(late.length / past.length).toBeLessThan(0.08)
    expect(reports.filter(({ content }) => content.nil).length).toBeGreaterThan(20)
    expect(reports.filter(({ revision }) => revision > 1).length).toBeGreaterThan(30)
    expect(whole.events.filter(({ event }) => event.type === 'lianxi.report.returned.v1').length).toBeGreaterThan(15)
    expect(reports.filter(({ content }) => 'matters' in content && content.matters.length > 0).length).toBeGreaterThan(
      50,
    )
  })

  it('says 演示 where the figures come from', () => {
    for (const { content } of reports) {
      if (content.nil) continue
      expect('figureSource' in content ? content.figureSource : content.physicalProgress).toContain('演示')
    }
  })
})

describe('2025Q3 is open and partly reported', () => {
  const open = whole.reports.filter(({ key }) => key.period === '2025Q3')
  const states = new Set(open.map(({ state }) => state.state))
  const of = (subject: string, region: string) =>
    open.find(({ key }) => key.subject === subject && key.region === region)

  it('some are published, returned, submitted, sent back, drafts; some are missing; nothing is later than the demo', () => {
    expect(states).toEqual(new Set(['published', 'returned', 'submitted', 'sent-back', 'draft']))
    expect(of('XQ-CY-T001', '510403')).toBeUndefined()
    expect(acts.every(({ at }) => at <= DEMO_END)).toBe(true)
  })

  it('one is corrected; 2025Q2 has a late one', () => {
    expect(of('PX-145-T001', '510400')?.state).toMatchObject({ state: 'published', revision: 2 })
    const [late] = reports.filter(({ subject, period }) => subject === 'XQ-CY-P121' && period === '2025Q2')
    expect(late?.at.getTime()).toBeGreaterThan(momentsOfDemo('2025Q2').dueAt.getTime())
  })

  it('攀枝花 and 凉山 disagree about the motorway to 盐源: stage, and by more than ten points elsewhere', () => {
    const entry = (subject: string, region: string) => {
      const found = of(subject, region)?.state.entry
      if (found?.kind !== 'project') throw new Error(subject)
      return found
    }
    expect(entry('PX-145-P243', '510400').stage).toBe('under-construction')
    expect(entry('PX-145-P243', '513400').stage).toBe('preliminary')
    const progress = ['510400', '513400'].map((region) => Number(entry('PX-145-P118', region).progressPercent))
    expect(Math.abs((progress[0] ?? 0) - (progress[1] ?? 0))).toBeGreaterThan(10)
  })
})

describe('the stops of the demo’s clock', () => {
  it('only go forward and end at the demo’s moment', () => {
    const moments = demoStops().map(({ at }) => at.getTime())
    expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b))
    expect(moments.at(-1)).toBe(DEMO_END.getTime())
  })
})
