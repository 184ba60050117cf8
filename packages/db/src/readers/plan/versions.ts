import { dayOf } from '@lianxi/domain/time/calendar'
import { PlanListed } from '@lianxi/schema/events/facts'
import type { PlanVersion } from '@lianxi/schema/views/revision'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { iso } from '../base/parts'
import type { SubjectRevisions } from './revisions-said'

const Listing = z.object({ doc: PlanListed, at: z.string() })
type Listing = z.infer<typeof Listing>
type Dated = PlanVersion & { at: string }

/** `own`: has a column of its own, where another status says it anyway. */
const PARTS: [name: string, of: (plan: PlanListed) => unknown, own?: true][] = [
  ['名称', ({ name }) => name],
  ['印发单位', ({ issuer }) => issuer, true],
  ['文号', ({ documentNumber }) => documentNumber, true],
  ['印发日期', ({ issuedOn }) => issuedOn, true],
  ['规划期', ({ periodStart, periodEnd }) => `${periodStart}—${periodEnd}`],
  ['行政区', ({ region }) => region],
]

/** How a plan came to be what it is, first to last: each listing that changed it, and each document that revised it. */
export async function readPlanVersions(
  db: Reading,
  { zone, plan, revisions }: { zone: string; plan: string; revisions: readonly SubjectRevisions[] },
): Promise<PlanVersion[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT doc, ${iso('valid_from')} AS at FROM (
      SELECT doc, valid_from FROM board.fact WHERE zone = ${zone} AND kind = 'plan' AND code = ${plan}
      UNION ALL
      SELECT doc, lower(valid) FROM board.fact_history WHERE zone = ${zone} AND kind = 'plan' AND code = ${plan}) all_of_it
    ORDER BY valid_from`)
  const listings = z.array(Listing).parse(rows)
  const versions = listings.flatMap((one, index) => listed(one, listings[index - 1]))
  return [...versions, ...reviews(revisions)]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ at: _at, ...version }) => version)
}

function listed({ doc, at }: Listing, before: Listing | undefined): Dated[] {
  const sameStatus = before?.doc.status === doc.status
  const changed = PARTS.flatMap(([name, of, own]) =>
    before !== undefined && of(before.doc) !== of(doc) && (sameStatus || own === undefined) ? [name] : [],
  )
  if (sameStatus && changed.length === 0) return []
  const status = doc.status === 'draft' ? '征求意见稿' : '印发'
  return [
    {
      ...{ what: sameStatus ? '更正' : status, document: doc.documentNumber ?? '', by: doc.issuer ?? '' },
      ...{ on: doc.issuedOn, recordedOn: dayOf(at), at },
      note: changed.length === 0 ? '' : `${changed.join('、')}有变化`,
    },
  ]
}

/** One document of a mid-term review may revise many targets and projects. */
function reviews(revisions: readonly SubjectRevisions[]): Dated[] {
  const found = new Map<string, { version: Dated; target: number; project: number }>()
  for (const { subject, approved } of revisions) {
    for (const { doc, at } of approved) {
      const { approvedBy: by, basis: document, approvedOn: on } = doc
      const key = JSON.stringify([by, document, on])
      const version = { what: '中期评估修订', document, by, on, recordedOn: dayOf(at), at, note: '' }
      const one = found.get(key) ?? { version, target: 0, project: 0 }
      one[subject.kind] += 1
      if (at < one.version.at) one.version = version
      found.set(key, one)
    }
  }
  return [...found.values()].map(({ version, target, project }) => {
    const counted = [target === 0 ? [] : [`目标${target}项`], project === 0 ? [] : [`项目${project}项`]].flat()
    return { ...version, note: `修订${counted.join('、')}` }
  })
}
