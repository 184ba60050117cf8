import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import type { Person } from '../report/state'
import type { Lead } from './viewer'
import type { KnownDuty, ListItem, ListStep, YearList } from './state'

export type KnownBody = { region: string | null; name: string; endedOn: string | null }
export type KnownRegion = { name: string; parent: string | null }

/** What a decision about a list is made with besides the list itself. */
export type ListContext = {
  actor: Person
  /** Body in whose name the actor acts: the drafter's, or a region's coordinating office. */
  body: string
  /** Null: for the zone. Else the region whose coordinator the actor is. */
  region: string | null
  /** Domain time, ISO 8601 in UTC, and the calendar date in Asia/Shanghai. */
  now: string
  today: string
  /** Subjects of the command's items that stand in an issued plan (征求意见稿 cannot bind), by code. */
  bindingSubjects: ReadonlySet<string>
  /** Bodies and regions of the zone by code. */
  bodies: ReadonlyMap<string, KnownBody>
  regions: ReadonlyMap<string, KnownRegion>
  /** Names of the list's subjects, for sentences. */
  subjectNames: ReadonlyMap<string, string>
  /**
   * What a subject really is: merged listings of one project, and targets of one indicator on one basis in units that
   * convert, have the same word. Others are not named.
   */
  oneOf: ReadonlyMap<string, string>
  /** Days after a period's end on which a subject's statistics are released, where its indicator says so. */
  releases: ReadonlyMap<string, number>
  /** Bodies that lead the zone's list, as its mechanism says. */
  lead: Lead
  /** Duties the board has for the year already, by `subject region`. */
  duties: ReadonlyMap<string, KnownDuty>
  /** Periods of the year in which a report stands for the subject and region of the command's item. */
  reported: readonly Period[]
}

export type ListDecision = { ok: true; steps: ListStep[]; publish: LianxiEvent[] } | { ok: false; refusal: Refusal }

export const refused = (code: RefusalCode, field: string | null = null, detail = ''): ListDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})
export const findItem = (list: YearList, code: string | null): ListItem | undefined =>
  list.items.find((item) => item.code === code)
export const happened = (...steps: ListStep[]): ListDecision => ({ ok: true, steps, publish: [] })
export const by = ({ actor, body, now }: ListContext) => ({ by: actor, body, at: now })

/** A body that was dissolved (撤销) can neither report nor lead from that day on. */
export function endedBody(
  { body, leadBody }: { body: string; leadBody: string },
  { bodies, today }: Pick<ListContext, 'bodies' | 'today'>,
): KnownBody | undefined {
  return [body, leadBody].flatMap((code) => bodies.get(code) ?? []).find(({ endedOn }) => isEnded(endedOn, today))
}

type Asked = { subject: string; region: string }

/** Another subject of the same region that is the same thing: a figure is asked for once. */
export function askedElsewhere<Other extends Asked>(
  { subject, region }: Asked,
  others: Iterable<Other>,
  { oneOf }: Pick<ListContext, 'oneOf'>,
): Other | undefined {
  const one = oneOf.get(subject)
  if (one === undefined) return undefined
  for (const other of others) {
    if (other.region === region && other.subject !== subject && oneOf.get(other.subject) === one) return other
  }
  return undefined
}

/** The year's duties with their subjects and regions. */
export const dutiesOf = ({ duties }: Pick<ListContext, 'duties'>): (KnownDuty & Asked)[] =>
  [...duties].map(([key, duty]) => {
    const [subject = '', region = ''] = key.split(' ')
    return { ...duty, subject, region }
  })

/** A subject in a sentence's end. */
export const nameOf = ({ subject }: { subject: string }, { subjectNames }: Pick<ListContext, 'subjectNames'>): string =>
  `${subjectNames.get(subject) ?? ''}（${subject}）。`

type Way = { body: string; frequency: string }
/** Only who reports it alike can report it once. */
export const isReportedAlike = (a: Way, b: Way): boolean => a.body === b.body && a.frequency === b.frequency

/** `endedOn` is the first day on which the body is no more. */
export const isEnded = (endedOn: string | null, today: string): boolean => endedOn !== null && endedOn <= today
