import { z } from 'zod'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { checkEntry } from '@lianxi/domain/report/check'
import { explanation } from '@lianxi/domain/report/explanation'
import type { ReportState } from '@lianxi/domain/report/state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { comparePeriods, yearOf } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import type { LastFigure } from '@lianxi/schema/views/cell'
import { StatusShown } from '@lianxi/schema/views/judging'
import { type AlsoServed, type OfficeForm, StepView } from '@lianxi/schema/views/office'
import type { OfficeReport } from '@lianxi/schema/views/result'
import { type Database, sql } from '../../client'
import { checkContextOf, filingOf, keyRow, type Known, knownJson, onBoardOf, parseKnown } from '../../report/known'
import { prefill } from '../../report/prefill'
import { readServed, type SheetFiling } from '../../report-sheet/filings'
import { byKey, officeReport, parseStored, reportJson, stateOf, type StoredReport } from '../../report/row'
import { objectionsOf, unansweredOf } from '../base/cells'
import { actionsOf, type Viewer } from './actions'
import { readJudgings } from '../status/judging'
import { iso } from '../base/parts'
import { pickPeriod, readPeriods } from '../base/periods'
import { readReceipt } from './receipt'
import { bodyName, provenance, readReference, type Reference, regionName } from '../base/reference'
import { promises, readItems, SubjectRow } from '../board/subject'

/** Everything the form needs, in one go; undefined when nobody has to report this. */
export async function findOfficeForm(db: Database, key: ReportKey, viewer: Viewer): Promise<OfficeForm | undefined> {
  const { zone, subject, region, period } = key
  const [[row], reference, periods, receipt, judgingOf] = await Promise.all([
    db.$queryRaw<{ known: unknown; stored: unknown; steps: unknown; shown: unknown }[]>(sql`
      SELECT ${knownJson(keyRow(key))} AS known, (SELECT ${reportJson} FROM report r WHERE ${byKey(key)}) AS stored,
        (SELECT jsonb_build_object('status', st.status, 'sentence', st.sentence) FROM status st
         WHERE (st.zone, st.subject, st.region, st.period) = (${zone}, ${subject}, ${region}, ${period})) AS shown,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('version', t.version, 'type', t.type, 'actorName', t.actor_name,
          'reason', t.reason, 'at', ${iso('t.at')}) ORDER BY t.version DESC), '[]')
         FROM report r JOIN report_step t ON t.report_id = r.id WHERE ${byKey(key)}) AS steps`),
    readReference(db, zone),
    readPeriods(db, zone),
    readReceipt(db, key),
    readJudgings(db, key, [subject]),
  ])
  const known = parseKnown(row?.known ?? null)
  if (known === undefined || (known.duty === null && known.board === null)) return undefined
  const stored = parseStored(row?.stored ?? null)
  const state = stateOf(stored, onBoardOf(known))
  const served = (await readServed(db, key, [{ subject, period, known }])).get(keyOf(key)) ?? []
  const check = checkContextOf(key, known, { correction: state.published !== null, served })
  const entry = state.entry ?? prefill(known)
  const listed = SubjectRow.parse({ kind: known.kind, name: known.doc.name, doc: known.doc })
  const items = await readItems(db, reference, subject, [region])
  const report = shownReport(known, stored, state)
  return {
    ...key,
    kind: known.kind,
    name: known.doc.name,
    field: known.doc.domain,
    regionName: regionName(reference, region),
    body: known.duty === null ? null : bodyName(reference, known.duty.body),
    periodView: pickPeriod(periods, period, new Date(known.now)),
    deadline: known.item?.deadline ?? null,
    serves: served.map((other) => alsoServedOf(reference, other)),
    source: provenance(reference, known.doc.source),
    ...promises(reference, listed),
    item: items.find((item) => item.year === yearOf(period)) ?? null,
    report,
    prefill: entry,
    findings: report === null ? [] : checkEntry(entry, check, explanation(state, state.correctionReason)),
    check,
    previous: previousOf(check.history, period),
    lastYear: figure(check.history.find((past) => past.period === `${yearOf(period) - 1}${period.slice(4)}`)),
    steps: z.array(StepView).parse(row?.steps),
    actions: actionsOf(filingOf(key, known, viewer.bodies), state, viewer, known.now),
    receipt,
    objections: known.board === null ? [] : objectionsOf(known.board.objections, known.board.findings),
    unanswered: unansweredOf(known.board?.findings ?? null),
    draftState: report?.state ?? null,
    shownNow: StatusShown.nullable().parse(row?.shown ?? null),
    judging: judgingOf({ subject, period }),
    now: known.now,
  }
}

function alsoServedOf(reference: Reference, { known: { doc } }: SheetFiling): AlsoServed {
  const { code: subject, name, plan } = doc
  return { subject, name, plan, planName: reference.plans.get(plan)?.name ?? plan }
}

/** The report as its office sees it; null: nobody has begun one. */
export function shownReport(known: Known, stored: StoredReport | undefined, state: ReportState): OfficeReport | null {
  if (stored === undefined && state.published === null) return null
  return officeReport(stored?.id ?? NO_ROW, state, known.kind, stored?.updatedAt ?? known.now)
}

/** What stands on the board without a row of the office has no id of its own yet. */
const NO_ROW = '00000000-0000-0000-0000-000000000000'

const figure = (past: PastFigure | undefined): LastFigure | null =>
  past === undefined ? null : { ...past, reportedAt: null }

function previousOf(history: PastFigure[], period: string): LastFigure | null {
  return figure(history.filter((past) => comparePeriods(past.period, period) < 0).at(-1))
}
