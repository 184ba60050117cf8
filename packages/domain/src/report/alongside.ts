import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { ReportEvent } from '../board/evolve-report'
import { entryOf } from './read-entry'
import { evolve, type Person, type ReportState, type ReportStep } from './state'
import { converted } from './unit-scale'

/** A subject whose figure is another's: its own report, in its own unit, as it stands. */
export type Served = { subject: string; unit: string | null; state: ReportState }

/** The report that serves it, before the decision; `name` and `unit` are its subject's. */
export type Serving = { name: string; unit: string | null; state: ReportState }

type Deed = { eventId: string; actor: Person; now: string }
export type SaidAlong = { event: LianxiEvent; steps: ReportStep[] }

/**
 * What is published of a report, said of a subject it serves as well: an event of that one's own and the steps of its
 * report, so that every cell has its own reports and nothing is derived from another's. Undefined: it has nothing to be
 * returned or confirmed.
 */
export function alongside(publish: LianxiEvent, serving: Serving, served: Served, deed: Deed): SaidAlong | undefined {
  if (publish.type === 'lianxi.target.progress-reported.v1' || publish.type === 'lianxi.project.progress-reported.v1') {
    return reported(publish, serving, served, deed)
  }
  const report = served.state.published?.eventId
  if (report === undefined) return undefined
  const own = { subject: served.subject, report }
  if (publish.type === 'lianxi.report.confirmed.v1') {
    return { event: { type: publish.type, data: { ...publish.data, ...own } }, steps: [] }
  }
  if (publish.type !== 'lianxi.report.returned.v1') throw new Error(`${publish.type} is not said of a report`)
  const data = { ...publish.data, ...own }
  const { reason, by: byBody } = data
  const step: ReportStep = { type: 'returned', reason, byBody, by: deed.actor, at: deed.now }
  return { event: { type: publish.type, data }, steps: served.state.unlocked ? [] : [step] }
}

function reported(publish: ReportEvent, { name, unit, state: of }: Serving, served: Served, deed: Deed): SaidAlong {
  const { actor: by, now: at, eventId } = deed
  const before = served.state
  const replaces = before.published?.eventId ?? null
  const reason = publish.data.correctionReason ?? `与“${name}”是同一数据，一并报送。`
  const steps: ReportStep[] = []
  if (before.state === 'published') steps.push({ type: 'correction-started', reason, by, at })
  const { revision } = steps.reduce(evolve, before)
  // The evidence lies with the report it was given with.
  const { attachments: _evidence, ...said } = publish.data
  const own = {
    ...said,
    subject: served.subject,
    revision,
    replaces,
    correctionReason: replaces === null ? null : reason,
  }
  const event = inUnit(publish, own, (value) => converted(value, unit, served.unit) ?? value)
  const entry =
    event.type === 'lianxi.target.progress-reported.v1'
      ? entryOf({ kind: 'target', content: event.data.content })
      : entryOf({ kind: 'project', content: event.data.content })
  const { warningReasons, submitted } = of
  const author = { ...by, ...(submitted !== null && { id: submitted.id, name: submitted.name }) }
  const written = { entry, correctionReason: own.correctionReason, warningReasons }
  steps.push({ type: 'submitted', ...written, by: author, at: publish.data.submittedAt })
  steps.push({ type: 'published', eventId, entry, by, at })
  return { event, steps }
}

type Own = Omit<ReportEvent['data'], 'content' | 'attachments'>

function inUnit(publish: ReportEvent, own: Own, convert: (value: string) => string): ReportEvent {
  if (publish.type === 'lianxi.project.progress-reported.v1') {
    return { type: publish.type, data: { ...own, content: publish.data.content } }
  }
  const { content } = publish.data
  const value = content.value === null ? null : convert(content.value)
  return { type: publish.type, data: { ...own, content: { ...content, value } } }
}
