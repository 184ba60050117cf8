import { yearOf } from '@lianxi/schema/period'
import type { PreviewRules } from '@lianxi/schema/commands/rule-set'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { Status } from '@lianxi/schema/status-vocabulary'
import { type RulesPreview, SHOWN_MOVES } from '@lianxi/schema/views/rule-set'
import { chunksOf } from '../chunks-of'
import { type Database, sql, type Tx, textIn } from '../client'
import { judgeSubject, type StatusRow } from '../judge/judge-subject'
import { loadSubjects, type LoadedSubject } from '../judge/load-subjects'
import { readReference, regionName } from '../readers/base/reference'
import { readRuleSets } from './read'

/** Two thousand cells at most in memory at a time, as the judge does it. */
const BATCH = 100

type Moved = { name: string; before: StatusRow; after: StatusRow }

/** Whom rules would move: every status of the zone worked out with them and without, by the judge's own code. */
export function previewRules(prisma: Database, input: PreviewRules): Promise<RulesPreview> {
  return prisma.$transaction((tx) => previewInTx(tx, input), { maxWait: 10_000, timeout: 120_000 })
}

async function previewInTx(tx: Tx, { zone, effectiveFrom, rules }: PreviewRules): Promise<RulesPreview> {
  await tx.$executeRaw(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`)
  await tx.$executeRaw(sql`SET LOCAL search_path = board, public`)
  const [reference, adopted] = await Promise.all([readReference(tx, zone), readRuleSets(tx, zone)])
  const candidate: RuleSetAdopted = {
    ...{ zone, version: (adopted[0]?.version ?? 0) + 1, effectiveFrom, rules },
    ...{ reason: '试算', adoptedBy: '试算', decidedBy: '试算' },
  }
  const keys = await tx.$queryRaw<{ zone: string; subject: string }[]>(
    sql`SELECT DISTINCT zone, subject FROM duty WHERE zone = ${zone} AND year >= ${yearOf(effectiveFrom)} ORDER BY subject`,
  )
  const found: { judged: number; moved: Moved[] } = { judged: 0, moved: [] }
  for (const some of chunksOf(keys, BATCH)) {
    for (const subject of await loadSubjects(textIn(tx), some)) compare(subject, adopted, candidate, found)
  }
  const moves = found.moved.slice(0, SHOWN_MOVES).map(({ name, before, after }) => ({
    ...{ subject: after.subject, name, region: regionName(reference, after.region), period: after.period },
    ...{ before: Status.parse(before.status), after: Status.parse(after.status), sentence: after.sentence },
  }))
  return { judged: found.judged, moved: found.moved.length, moves }
}

function compare(
  { read }: LoadedSubject,
  adopted: readonly RuleSetAdopted[],
  candidate: RuleSetAdopted,
  found: { judged: number; moved: Moved[] },
): void {
  const subject = read()
  const before = judgeSubject(subject, adopted)
  const after = judgeSubject(subject, [...adopted, candidate])
  for (const [index, was] of before.entries()) {
    const is = after[index]
    // Of periods that ended before these rules are in force, and of what nobody has reported, they say nothing.
    if (is === undefined || is.rule_set !== candidate.version) continue
    if (was.computed !== 'not-due' && was.computed !== 'not-reported') found.judged += 1
    if (is.status === was.status) continue
    found.moved.push({ name: subject.listed?.doc.name ?? subject.subject, before: was, after: is })
  }
}
