import { encodeEvent, type EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 } from 'uuid'
import { bodyOf, endOf, QUARTERS, subjectCode, VOICES, YEARS, ZONE, type Voice } from './setting'

const DAY = 86_400_000
const SOURCE = { plan: 'B-145', chapter: null, section: null, box: null, line: null }

const iso = (moment: number): string => new Date(moment).toISOString()

/** What the board must know before the reports: every quarter opened, and each subject promised and asked for. */
export function* planOf(subjects: number): Generator<EncodedEvent> {
  const said = { zone: ZONE, source: `${ZONE}-LXB`, time: '2021-01-05T00:00:00.000Z' }
  for (const event of facts(subjects)) yield encodeEvent(event, { ...said, id: v7() })
}

function* facts(subjects: number): Generator<LianxiEvent> {
  for (const [quarter, period] of QUARTERS.entries()) {
    const end = endOf(quarter)
    const moments = { opensAt: iso(end), dueAt: iso(end + 15 * DAY), closesAt: iso(end + 700 * DAY) }
    yield { type: 'lianxi.period.opened.v1', data: { period, ...moments } }
  }
  for (const voice of VOICES) {
    for (let subject = 0; subject < subjects; subject += 1) {
      yield voice.kind === 'target' ? target(voice, subject) : project(voice, subject)
      for (const year of YEARS) yield* asked(voice, subject, year)
    }
  }
}

function target(voice: Voice, subject: number): LianxiEvent {
  return {
    type: 'lianxi.target.listed.v1',
    data: {
      code: subjectCode(voice, subject),
      plan: SOURCE.plan,
      name: `目标${subject}`,
      domain: '综合经济',
      region: voice.region,
      indicator: 'I-GDP',
      unit: '亿元',
      basis: 'flow',
      comparator: 'ge',
      value: '400',
      valueHigh: null,
      targetYear: 2025,
      baseline: null,
      direction: 'up',
      standing: false,
      holdSide: null,
      frequency: 'quarter',
      priceBasis: 'current',
      reportable: true,
      visibility: 'public',
      source: SOURCE,
    },
  }
}

function project(voice: Voice, subject: number): LianxiEvent {
  return {
    type: 'lianxi.project.listed.v1',
    data: {
      code: subjectCode(voice, subject),
      plan: SOURCE.plan,
      name: `项目${subject}`,
      domain: '基础设施',
      regions: [voice.region],
      category: null,
      stage: null,
      plannedOutcome: null,
      investmentWan: 139_000,
      scale: null,
      startYear: 2021,
      endYear: 2025,
      parent: null,
      crossRegion: false,
      regionUnknown: false,
      possibleSameAs: [],
      visibility: 'public',
      source: SOURCE,
    },
  }
}

function* asked(voice: Voice, subject: number, year: number): Generator<LianxiEvent> {
  const { region, kind } = voice
  const code = subjectCode(voice, subject)
  const body = bodyOf(region)
  const list = `L-${region}-${year}`
  const item = `${list}-${code}`
  yield {
    type: 'lianxi.item.listed.v1',
    data: {
      code: item,
      list,
      subject: code,
      kind,
      year,
      region,
      order: subject + 1,
      attribute: 'expected',
      visibility: 'public',
      leadBody: body,
      coBodies: [],
      measures: null,
      deadline: `${year}-12-31`,
      target: kind === 'target' ? promisedValue(year) : null,
      project: kind === 'project' ? PROMISED_WORK : null,
    },
  }
  yield {
    type: 'lianxi.duty.assigned.v1',
    data: { subject: code, kind, region, year, body, frequency: 'quarter', items: [item] },
  }
}

const promisedValue = (year: number) => ({
  baseline: null,
  yearValue: { year, value: '80', origin: 'list' as const },
  path: [],
})

const PROMISED_WORK = {
  planWan: 5_000,
  totalWan: 139_000,
  origin: 'list' as const,
  monthlyPercent: null,
  milestones: [],
  sharePercent: null,
}
