import type { Entry } from '@lianxi/schema/commands/entry'
import { frequencyOf, type Period, periodsOf, yearOf } from '@lianxi/schema/period'
import type { ReportCommand } from '@lianxi/domain/report/decide'
import type { Person, ReportState } from '@lianxi/domain/report/state'
import { CALENDAR, momentsOfDemo } from '../lists/calendar'
import { FIRST_YEAR, LAST_YEAR } from '../lists/item'
import { DEMO_REGIONS, type DemoRegion } from '../lists/regions'
import { type ListedItem, listedItems, type Subjects } from '../lists/year-lists'
import { officer, SECRETARIAT } from '../people'
import { chance } from './chance'
import { type Course, courseOf } from './course'
import { nilEntryOf } from './entries'
import { type Flaw, flawedEntry, rightEntry } from './office-entry'
import { DEMO_END, OPEN_QUARTER } from './stops'

/** One thing a person did with one filing; `command` sees the state it was done in. */
export type Act = {
  at: Date
  listed: ListedItem
  period: Period
  actor: Person
  /** The body that speaks, if not the office itself. */
  byBody: string | null
  command: (state: ReportState) => ReportCommand
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const RETURNED_BECAUSE = {
  figure: '与主管部门掌握的数据不一致，请核对口径后重报。',
  words: '数据来源、存在问题和下步安排未说明，请补充后重报。',
} satisfies Record<Flaw, string>
const SENT_BACK_BECAUSE = '进展说明过于简略，请补充滞后原因和下步安排。'
const CORRECTED_BECAUSE = {
  figure: '快报数与核定数有差异，按核定数更正。',
  words: '首次填报漏填数据来源和有关说明，补充更正。',
} satisfies Record<Flaw, string>

/** Everything done in the demo, in order of time (ties in order of the lists); a period not open by its end has nothing. */
export function demoActs(subjects: Subjects): Act[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  return years
    .flatMap((year) => CALENDAR.flatMap(({ frequency }) => periodsOf(year, frequency)))
    .filter((period) => momentsOfDemo(period).opensAt < DEMO_END)
    .flatMap((period) => actsOf(period, subjects))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Everything that was done about a period. */
function actsOf(period: Period, subjects: Subjects): Act[] {
  return DEMO_REGIONS.flatMap((region) =>
    listedItems(region, yearOf(period))
      .filter(({ item }) => item.frequency === frequencyOf(period))
      .flatMap((listed) => actsOfFiling(listed, period, subjects)),
  )
}

function actsOfFiling(listed: ListedItem, period: Period, subjects: Subjects): Act[] {
  const course = courseOf(listed, period)
  const times = timesOf(listed, period, course)
  const { region } = listed
  const act = (at: number, actor: Person, command: Act['command'], byBody: string | null = null): Act[] => [
    { at: new Date(at), listed, period, actor, byBody, command },
  ]
  const reporter = officer(region, 'reporter')
  const approver = officer(region, 'approver')
  const written = (entry: Entry) => ({ entry, correctionReason: null, warningReasons: [] })
  const right =
    course === 'nil' ? nilEntryOf(listed.item.kind, '本期无新的变化。') : rightEntry(listed, period, subjects)
  const { entry: wrong, flaw } = flawedEntry(listed, period, subjects)
  const submit = (at: number, entry: Entry) => act(at, reporter, () => ({ type: 'submit', ...written(entry) }))
  const approve = (at: number) => act(at, approver, () => ({ type: 'approve' }))
  const sendBack = (at: number) => act(at, approver, () => ({ type: 'send-back', reason: SENT_BACK_BECAUSE }))
  const correct = (at: number) =>
    act(at, reporter, () => ({ type: 'start-correction', reason: CORRECTED_BECAUSE[flaw] }))
  const { submitAt, approveAt, againAt, againApprovedAt, confirmAt } = times
  const confirms = confirmAt === null ? [] : confirmation(listed, period, confirmAt)
  const giveBack = returning(listed, period, againAt - DAY, flaw)
  switch (course) {
    case 'missing':
      return []
    case 'draft':
      return act(submitAt, reporter, () => ({ type: 'save-draft', ...written(right) }))
    case 'submitted':
      return submit(submitAt, right)
    case 'sent-back':
      return [...submit(submitAt, right), ...sendBack(approveAt)]
    case 'on-time':
    case 'nil':
    case 'late':
      return [...submit(submitAt, right), ...approve(approveAt), ...confirms]
    case 'sent-back-first': {
      const first = [...submit(submitAt, right), ...sendBack(submitAt + HOUR)]
      return [...first, ...submit(submitAt + 2 * HOUR, right), ...approve(approveAt + 2 * HOUR), ...confirms]
    }
    case 'returned':
      return [...submit(submitAt, wrong), ...approve(approveAt), giveBack]
    case 'returned-and-reported-again': {
      const first = [...submit(submitAt, wrong), ...approve(approveAt), giveBack]
      return [...first, ...submit(againAt, right), ...approve(againApprovedAt), ...confirms]
    }
    case 'corrected': {
      const first = [...submit(submitAt, wrong), ...approve(approveAt), ...correct(againAt - HOUR)]
      return [...first, ...submit(againAt, right), ...approve(againApprovedAt), ...confirms]
    }
    default:
      return course satisfies never
  }
}

type Times = { submitAt: number; approveAt: number; againAt: number; againApprovedAt: number; confirmAt: number | null }

/** Office hours of the days after a period opens; late ones after it fell due. */
function timesOf({ item, region }: ListedItem, period: Period, course: Course): Times {
  const words = [item.subject, region.code, period]
  const { opensAt, dueAt } = momentsOfDemo(period)
  const dueDay = dueAt.getTime() - 18 * HOUR
  const open = period === OPEN_QUARTER
  const [first, span] = frequencyOf(period) === 'year' ? [30, 24] : [1, open ? 6 : 10]
  const day = Math.floor(chance('day', ...words) * span)
  const start = course === 'late' ? dueDay + (1 + (day % 5)) * DAY : opensAt.getTime() + (first + day) * DAY
  const hour = (name: string, from: number, hours: number) => (from + chance(name, ...words) * hours) * HOUR
  const submitAt = start + hour('submit', 9, 3)
  const approveAt = start + (chance('overnight', ...words) < 0.5 ? DAY : 0) + hour('approve', 14, 1.5)
  const again = open ? opensAt.getTime() + 9 * DAY : dueDay + (4 + (day % 3)) * DAY
  const againAt = again + hour('again', 9, 4)
  const againApprovedAt = again + DAY + hour('again-approved', 9, 4)
  const lastAt = course === 'corrected' || course === 'returned-and-reported-again' ? againApprovedAt : approveAt
  const isConfirmed = region.list === 'own' && chance('confirm', ...words) < (open ? 0.5 : 0.93)
  const latest = open ? 3 * HOUR : DAY
  return { submitAt, approveAt, againAt, againApprovedAt, confirmAt: isConfirmed ? lastAt + latest : null }
}

const cityOf = (): DemoRegion => {
  const city = DEMO_REGIONS.find(({ code }) => code === '510400')
  if (city === undefined) throw new Error('no city among the demo regions')
  return city
}

function confirmation(listed: ListedItem, period: Period, at: number): Act[] {
  const city = cityOf()
  const command: Act['command'] = ({ published }) => ({
    type: 'confirm',
    report: published?.eventId ?? '',
    byBody: city.office,
  })
  return [{ at: new Date(at), listed, period, actor: officer(city, 'coordinator'), byBody: city.office, command }]
}

/** The secretariat returns; of the districts' reports the city returns every second one before it sees them. */
function returning(listed: ListedItem, period: Period, at: number, flaw: Flaw): Act {
  const words = [listed.item.subject, listed.region.code, period]
  const city = cityOf()
  const byCity = period !== OPEN_QUARTER && listed.region.list === 'own' && chance('by', ...words) < 0.5
  const byBody = byCity ? city.office : 'Z-PX-LXB'
  const reason = RETURNED_BECAUSE[flaw]
  return {
    at: new Date(at),
    listed,
    period,
    actor: byCity ? officer(city, 'coordinator') : { id: SECRETARIAT.id, name: SECRETARIAT.name },
    byBody,
    command: ({ published }) => ({ type: 'return', report: published?.eventId ?? '', reason, byBody }),
  }
}
