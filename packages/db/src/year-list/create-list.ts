import { refuse } from '@lianxi/domain/report/refusal'
import { listCodeOf } from '@lianxi/domain/year-list/list-code'
import { listYears } from '@lianxi/domain/year-list/list-year'
import type { ListItem, YearList } from '@lianxi/domain/year-list/state'
import { leadText, mayLead } from '@lianxi/domain/year-list/viewer'
import type { CreateYearList, ItemContent } from '@lianxi/schema/commands/year-list'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import { FREQUENCIES } from '@lianxi/schema/period'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { Database, Tx } from '../client'
import { auditInTx } from '../people/accounts'
import { bodyName, readReference } from '../readers/base/reference'
import { readNow } from '../readers/moment/stream-state'
import { onceInTx, type Press } from '../report/idempotency'
import { lockListInTx } from './handle-list'
import { findDeletion } from './delete-list'
import { findYearList } from './row'
import { writeListInTx } from './write'

type Creating = { input: CreateYearList; actor: { id: string; name: string }; body: string; press: Press }

/** Every frequency has due dates from the first day; figures of a year come later than those of a quarter. */
const CALENDAR: CalendarRule[] = FREQUENCIES.map((frequency) => ({
  ...{ frequency, opensAfterDays: 1, dueTime: '18:00' },
  ...(frequency === 'year' ? { dueAfterDays: 60, closesAfterDays: 150 } : { dueAfterDays: 15, closesAfterDays: 75 }),
}))

/** Starts a list: empty, or with last year's items to be reviewed one by one. One list an owner and year. */
export function createYearList(prisma: Database, creating: Creating): Promise<DoneResult> {
  return prisma.$transaction((tx) => createInTx(tx, creating), { maxWait: 10_000, timeout: 30_000 })
}

async function createInTx(tx: Tx, creating: Creating): Promise<DoneResult> {
  const { press, input } = creating
  const code = listCodeOf(input.zone, input.region, input.year)
  await lockListInTx(tx, input.zone, code, press)
  return onceInTx(tx, press, () => startInTx(tx, code, creating))
}

async function startInTx(tx: Tx, code: string, { input, actor, body }: Creating): Promise<DoneResult> {
  const { zone, region, year, name, copyOf } = input
  if ((await findYearList(tx, zone, code)) !== undefined) return { ok: false, refusal: refuse('list-exists', 'year') }
  const reference = await readReference(tx, zone)
  const years = listYears(reference.plans.values())
  if (years !== null && (year < years.first || year > years.last)) {
    return { ok: false, refusal: refuse('list-year', 'year', `${years.first}—${years.last}年。`) }
  }
  const listLead = region === null ? (reference.zone.listLead ?? []) : []
  const nameOf = (code: string) => bodyName(reference, code).name
  if (!mayLead(body, listLead)) {
    return { ok: false, refusal: refuse('list-lead', null, leadText(listLead, nameOf)) }
  }
  const last = copyOf === null ? undefined : await findYearList(tx, zone, copyOf)
  if (copyOf !== null && last?.region !== region) return { ok: false, refusal: refuse('not-found', 'copyOf') }
  // Pages of a deleted list of this code are still open somewhere: their versions must not be this one's.
  const version = ((await findDeletion(tx, zone, code))?.version ?? 0) + 1
  const items = (last?.items ?? []).map((item, index) =>
    carriedOver(item, { code, year, index, version, agreed: region !== null }),
  )
  const list: YearList = {
    ...{ zone, code, region, year, name, owner: body, phase: 'draft', version, adopted: null, wholes: [], items },
    calendar: last?.calendar ?? CALENDAR,
  }
  await writeListInTx(tx, undefined, list, (await readNow(tx)).toISOString())
  await auditInTx(tx, actor, 'yearList.create', code, { zone, name, copyOf })
  return { ok: true, id: code }
}

type Carrying = { code: string; year: number; index: number; version: number; agreed: boolean }

/** Last year's item as a proposal: the path's value for the new year where there is one, no yearly plan invented. */
function carriedOver({ content }: ListItem, { code, year, index, version, agreed }: Carrying): ListItem {
  const { target, project } = content
  const next: ItemContent = {
    ...content,
    deadline: `${year}-12-31`,
    target: target && { ...target, yearValue: target.path.find((point) => point.year === year) ?? null },
    project: project && { ...project, planWan: null, milestones: [] },
  }
  const number = String(index + 1).padStart(3, '0')
  return {
    ...{ code: `${code}-${content.region}-${number}`, position: index + 1, version, content: next },
    ...{ answer: agreed ? 'accepted' : 'open', said: null, reply: null, revision: 0 },
  }
}
