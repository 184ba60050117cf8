import { reasonOf } from '@lianxi/domain/baseline/decide'
import type { StatementView } from '@lianxi/schema/views/baseline'
import { type Question, readQuestions } from '../../baseline/known'
import type { Reading } from '../../client'
import { bodyName, readReference, type Reference, regionName } from '../base/reference'

type Which = { zone: string; region: string | null; subject: string | null }

/** What bodies are asked for and said (待补); of a region what is open to it, of a target whatever was said. */
export async function readAsked(db: Reading, { zone, region, subject }: Which): Promise<StatementView[]> {
  const reference = await readReference(db, zone)
  const questions = await readQuestions(db, reference, subject)
  return questions.filter((one) => region === null || one.region === region).map((one) => viewOf(reference, one))
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
