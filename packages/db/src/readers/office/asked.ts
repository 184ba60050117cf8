import { reasonOf } from '@lianxi/domain/baseline/decide'
import { ASKED_PAGE, type AskedInput, type AskedList, type StatementView } from '@lianxi/schema/views/baseline'
import { type Question, readQuestions } from '../../baseline/known'
import { type Database, sql } from '../../client'
import { stampText } from '../base/parts'
import { bodyName, readReference, type Reference, regionName } from '../base/reference'
import { createByVersion } from '../moment/by-version'
import { findLastSaid } from '../moment/last-said'

/** What bodies are asked for and said (待补); of a region what is open to it, of a target whatever was said. */
export async function readAsked(db: Database, { zone, region, subject, page }: AskedInput): Promise<AskedList> {
  if (page === null) return readAll(db, { zone, region, subject })
  const { statements, counts } = await readOpen(db, zone)
  return { statements: statements.slice((page - 1) * ASKED_PAGE, page * ASKED_PAGE), counts }
}

type Which = Omit<AskedInput, 'page'>

async function readAll(db: Database, { zone, region, subject }: Which): Promise<AskedList> {
  const reference = await readReference(db, zone)
  const found = await readQuestions(db, reference, { subject, region })
  const statements = found.flatMap((one) => (region === null || one.region === region ? [viewOf(reference, one)] : []))
  const [stated, open] = [statements.filter(isStated).length, statements.filter(isOpen).length]
  return { statements, counts: { stated, open, accepted: statements.length - stated - open } }
}

const isStated = ({ state }: StatementView) => state === 'stated'
const isOpen = ({ state }: StatementView) => state === 'asked' || state === 'refused'

/** A province is asked for thousands: found once, until its lists or what was said to the questions change. */
const byVersion = createByVersion<AskedList>()

/** What waits for an answer, then what is still asked. */
async function readOpen(db: Database, zone: string): Promise<AskedList> {
  const [said, rows] = await Promise.all([
    findLastSaid(db, zone),
    db.$queryRaw<{ version: string }[]>(sql`
      SELECT concat_ws(' ', count(*), ${stampText('max(valid_from)')}) AS version FROM board.fact
      WHERE zone = ${zone} AND kind IN ('baseline-stated', 'baseline-decided')`),
  ])
  return byVersion(db, { zone, version: `${said ?? ''} ${rows[0]?.version ?? ''}` }, async () => {
    const { statements, counts } = await readAll(db, { zone, region: null, subject: null })
    return { statements: [...statements.filter(isStated), ...statements.filter(isOpen)], counts }
  })
}

function viewOf(reference: Reference, { target, region, body, asked, statement, judgement, state }: Question) {
  const { code, name, plan, unit, targetYear, assignedBy } = target
  const said = statement?.said
  const view: StatementView = {
    ...{ subject: code, name, plan: reference.plans.get(plan)?.name ?? plan, unit, targetYear },
    ...{ region: regionName(reference, region), asked, assignedBy: assignedBy ?? null, state },
    body: bodyName(reference, body ?? said?.body ?? ''),
    said: null,
    judged: null,
  }
  if (statement !== undefined && said !== undefined) {
    const { value, year, source, note, statedBy } = said
    view.said = {
      statement: statement.eventId,
      value,
      year,
      source,
      note,
      statedBy,
      body: bodyName(reference, said.body),
    }
  }
  if (judgement !== undefined && judgement.statement === statement?.eventId) {
    const { decidedBy, decidedOn } = judgement
    view.judged = { decidedBy, decidedOn, reason: reasonOf(judgement) }
  }
  return view
}
