import { isLibraryEvent, type LibrarySaid } from '@lianxi/domain/project/library'
import type { PeriodSaid } from '@lianxi/domain/board/evolve-period'
import type { DutyAssigned, ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { UnappliableEvent } from './classify-error'
import { collectExtension, type ExtensionsSaid } from './fold-extensions'
import { isMeetingFact } from './meeting-facts'
import { factOf, isFactEvent } from './plan-facts'
import { isStatement } from './statements'

type Row = Record<string, unknown>
export type DutyKey = { subject: string; region: string; year: number }
/** What a run of a plan topic's events changes; of each key the last event counts. */
export type PlanChanges = {
  facts: Map<string, Row>
  subjects: Map<string, Row>
  items: Map<string, Row & DutyKey>
  /** In the topic's order: a handover goes on from what was. */
  duties: Map<string, DutyKey & { said: DutyAssigned[]; eventId: string }>
  periods: Map<string, { said: PeriodSaid; eventId: string }[]>
  library: Map<string, LibrarySaid[]>
  extensions: ExtensionsSaid
  /** Rule sets by version: the first year whose reports are checked by them. */
  ruleSets: Map<string, number>
}

/** Collects the rows of a plan topic's events, in the topic's order. */
export function collectPlanChanges(zone: string, events: readonly ParsedEvent[]): PlanChanges {
  const changes: PlanChanges = {
    facts: new Map(),
    subjects: new Map(),
    items: new Map(),
    duties: new Map(),
    periods: new Map(),
    library: new Map(),
    extensions: new Map(),
    ruleSets: new Map(),
  }
  for (const event of events) collect(changes, zone, event)
  return changes
}

function collect(changes: PlanChanges, zone: string, event: ParsedEvent): void {
  const event_id = event.envelope.id
  const fact = (kind: string, code: string) =>
    changes.facts.set(`${kind} ${code}`, { zone, kind, code, doc: event.data, event_id })
  if (isLibraryEvent(event)) {
    const { code } = event.data
    const said = { ...event, eventId: event_id, body: event.envelope.source }
    return void changes.library.set(code, [...(changes.library.get(code) ?? []), said])
  }
  if (event.type === 'lianxi.rule-set.adopted.v1') {
    const { version, effectiveFrom } = event.data
    const year = Number(effectiveFrom.slice(0, 4))
    changes.ruleSets.set(`${version}`, Math.min(year, changes.ruleSets.get(`${version}`) ?? year))
  }
  if (isFactEvent(event)) return void fact(...factOf(event))
  if (isStatement(event) || isMeetingFact(event)) throw misplaced(event)
  switch (event.type) {
    case 'lianxi.target.listed.v1':
      return void changes.subjects.set(event.data.code, subjectRow(zone, 'target', event.data, event_id))
    case 'lianxi.project.listed.v1':
      return void changes.subjects.set(event.data.code, subjectRow(zone, 'project', event.data, event_id))
    case 'lianxi.target.revised.v1': {
      const { target, revision } = event.data
      fact('target-revision', `${target.code}:${revision}`)
      return void changes.subjects.set(target.code, subjectRow(zone, 'target', target, event_id))
    }
    case 'lianxi.project.revised.v1': {
      const { project, revision } = event.data
      fact('project-revision', `${project.code}:${revision}`)
      return void changes.subjects.set(project.code, subjectRow(zone, 'project', project, event_id))
    }
    case 'lianxi.item.listed.v1':
      return void changes.items.set(event.data.code, itemRow(zone, event.data, event_id))
    case 'lianxi.item.revised.v1':
      return void changes.items.set(event.data.item.code, itemRow(zone, event.data.item, event_id))
    case 'lianxi.duty.assigned.v1':
      return assign(changes, event.data, event_id)
    case 'lianxi.duty.extended.v1':
    case 'lianxi.duty.extension-withdrawn.v1':
    case 'lianxi.duty.extension-ended.v1': {
      const { source, time: occurredAt } = event.envelope
      return collectExtension(changes.extensions, { ...event, source, occurredAt }, event_id)
    }
    case 'lianxi.period.opened.v1':
    case 'lianxi.period.fell-due.v1':
    case 'lianxi.period.closed.v1': {
      const { period } = event.data
      changes.periods.set(period, [...(changes.periods.get(period) ?? []), { said: event, eventId: event_id }])
      return
    }
    case 'lianxi.target.progress-reported.v1':
    case 'lianxi.project.progress-reported.v1':
    case 'lianxi.report.returned.v1':
    case 'lianxi.report.confirmed.v1':
      throw misplaced(event)
    default:
      return event satisfies never
  }
}

const misplaced = ({ type }: ParsedEvent) => new UnappliableEvent(`${type} on a plan topic was not parked`)

/** A target or project as it stands after a listing or a revision. */
function subjectRow(zone: string, kind: SubjectKind, doc: TargetListed | ProjectListed, event_id: string): Row {
  const { code, plan, name, domain, visibility } = doc
  return { zone, code, kind, plan, name, domain, visibility, doc, event_id }
}

function assign({ duties }: PlanChanges, assigned: DutyAssigned, eventId: string): void {
  const { subject, region, year } = assigned
  const key = `${subject} ${region} ${year}`
  duties.set(key, { subject, region, year, said: [...(duties.get(key)?.said ?? []), assigned], eventId })
}

/** An item as it stands after a listing or a revision; what it was before becomes history. */
function itemRow(zone: string, doc: ItemListed, event_id: string): Row & DutyKey {
  const { code, list, subject, kind, region, year, order: position, attribute } = doc
  return { zone, code, list, subject, kind, region, year, position, attribute, doc, event_id }
}
