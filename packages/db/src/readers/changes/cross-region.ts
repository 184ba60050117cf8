import { handoverState } from '@lianxi/domain/cross-region/handover'
import { dayOf, endOfDay } from '@lianxi/domain/time/calendar'
import { DisagreementSettled } from '@lianxi/schema/events/cross-region'
import type { ChangeKind, ChangeLine } from '@lianxi/schema/views/changes'
import { disagreement, type HandoverState, handoverState as states, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { sql } from '../../client'
import type { Between } from './between'
import { lineInWords } from './line'
import { readHandoversSaid } from '../cross-region/handovers'
import { iso } from '../base/parts'
import { type Reference, regionName } from '../base/reference'

const About = z.object({ name: z.string(), field: WorkField.nullable(), at: z.string() })
const line = (kinds: ChangeKind[], subject: string, about: z.infer<typeof About>, note: string): ChangeLine =>
  lineInWords(kinds, { ...about, subject, kind: 'project' }, note)

const Settled = About.extend({ doc: DisagreementSettled })

/** 核定 that were said meanwhile. */
async function readSettled({ db, reference, regions, from, to, since }: Between): Promise<ChangeLine[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('name', coalesce(s.name, f.doc->>'subject'), 'field', s.domain, 'at', ${iso('f.valid_from')},
      'doc', f.doc) AS row
    FROM ${to.fact} f
    LEFT JOIN ${to.subject} s ON s.zone = f.zone AND s.code = f.doc->>'subject'
    WHERE f.zone = ${reference.zone.code} AND f.kind = 'disagreement-settled' AND f.valid_from > ${since}::timestamptz
      AND NOT EXISTS (SELECT FROM ${from.fact} o WHERE o.zone = f.zone AND o.kind = f.kind AND o.code = f.code)`)
  return rows.flatMap(({ row }) => {
    const { doc, ...about } = Settled.parse(row)
    if (!doc.parts.some(({ region }) => regions.includes(region))) return []
    const what = doc.what.map((one) => disagreement.labels[one]).join('、')
    return [line(['settled'], doc.subject, about, `${what}：${doc.note}（${doc.person}）`)]
  })
}

type Said = Awaited<ReturnType<typeof readHandoversSaid>>[number]

/** 衔接节点 that were agreed, changed, reached or dropped meanwhile, or became late because their day passed. */
async function readHandoverChanges({ db, reference, regions, from, to, since, until }: Between): Promise<ChangeLine[]> {
  const zone = reference.zone.code
  const [before, after] = await Promise.all([
    readHandoversSaid({ db, zone, board: from }),
    readHandoversSaid({ db, zone, board: to }),
  ])
  const known = new Map(before.map((one) => [one.agreed.code, one]))
  return after.flatMap((one) => {
    const { agreed, name, field, at: saidAt } = one
    if (![agreed.giver, agreed.receiver].some((region) => regions.includes(region))) return []
    const old = known.get(agreed.code)
    const [then, now] = [old === undefined ? null : stateOf(old, dayOf(since)), stateOf(one, dayOf(until))]
    const said = old?.seen !== one.seen
    if (!said && then === now) return []
    const kind = said && (then === now || now === 'late') ? 'handover-agreed' : KINDS[now]
    const at = said ? saidAt : new Date(endOfDay(agreed.dueOn)).toISOString()
    const kinds = [kind, ...matterOf(then, now)]
    return [line(kinds, agreed.subject, { name, field, at }, wordsOf(reference, one, now))]
  })
}

/** A missed handover is a matter; done, given more time or dropped, it is one no more. */
const matterOf = (then: HandoverState | null, now: HandoverState): ChangeKind[] => {
  if ((then === 'late') === (now === 'late')) return []
  return [now === 'late' ? 'matter-opened' : 'matter-closed']
}

const wordsOf = (reference: Reference, { agreed }: Said, now: HandoverState): string => {
  const [giver, receiver] = [agreed.giver, agreed.receiver].map((region) => regionName(reference, region).shortName)
  return `${giver ?? ''} → ${receiver ?? ''}：${agreed.what}（${agreed.dueOn} 前），${states.labels[now]}`
}

const stateOf = ({ agreed, reached, dropped }: Said, today: string): HandoverState =>
  handoverState({ dueOn: agreed.dueOn, reachedOn: reached?.reachedOn ?? null, dropped: dropped !== null }, today)

const KINDS = {
  ...{ open: 'handover-agreed', late: 'handover-late', dropped: 'handover-dropped' },
  ...{ reached: 'handover-reached', 'reached-late': 'handover-reached' },
} as const satisfies Record<HandoverState, ChangeKind>

/** What changed between the regions of one project. */
export async function readCrossRegionChanges(between: Between): Promise<ChangeLine[]> {
  const [settled, handovers] = await Promise.all([readSettled(between), readHandoverChanges(between)])
  return [...settled, ...handovers]
}
