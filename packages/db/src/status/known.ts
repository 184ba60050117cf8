import type { SaidCell } from '@lianxi/domain/status/decide-said'
import { basisOfPromise } from '@lianxi/domain/status/sayable'
import { comparePeriods, type Period, yearOf } from '@lianxi/schema/period'
import { Status } from '@lianxi/schema/status-vocabulary'
import { ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'
import { type Sql, sql, type Tx, textIn } from '../client'
import { judgeSubject } from '../judge/judge-subject'
import { loadSubjects } from '../judge/load-subjects'
import { dayInChina, dutyBody, iso, secretariatOf } from '../readers/base/parts'
import { readRuleSets } from '../rule-set/read'

export type CellPlace = { zone: string; subject: string; region: string; period: Period }
/** A cell as the judge would say it of the board as it stands, however far the judge has come. */
export type KnownCell = {
  cell: SaidCell | undefined
  name: string
  /** The body that carries the item in this period, and the secretariat. */
  carrier: string | null
  secretariat: string | null
  now: string
  today: string
}

const StoredObjection = ObjectionMark.omit({ bodyName: true })

export async function readKnownCellInTx(tx: Tx, place: CellPlace): Promise<KnownCell> {
  const { zone, subject, region, period } = place
  await tx.$executeRaw(sql`SET LOCAL search_path = board, public`)
  const ruleSets = await readRuleSets(tx, zone)
  const [loaded] = await loadSubjects(textIn(tx), [{ zone, subject }])
  const [about] = await tx.$queryRaw<Omit<KnownCell, 'cell'>[]>(aboutCell(place))
  if (about === undefined) throw new Error('clock() gave no row')
  const judged = loaded?.read()
  const row = judged && judgeSubject(judged, ruleSets).find((one) => one.region === region && one.period === period)
  if (judged?.listed === undefined || row === undefined) return { ...about, cell: undefined }
  const later = judged.cells.filter(
    (one) => one.region === region && one.eventId !== null && comparePeriods(one.period, period) > 0,
  )
  const cell: SaidCell = {
    kind: judged.listed.kind,
    basis: judged.listed.kind === 'project' ? 'project' : basisOfPromise(judged.listed.doc),
    computed: Status.parse(row.computed),
    override: OverrideMark.nullable().parse(row.override),
    objection: StoredObjection.nullable().parse(row.objection),
    eventId: row.event_id,
    reportedLater: later.map((one) => one.period),
  }
  return { ...about, cell }
}

const aboutCell = ({ zone, subject, region, period }: CellPlace): Sql => sql`
  SELECT ${iso('m.now')} AS now, ${dayInChina('m.now')} AS today,
    coalesce((SELECT s.name FROM board.subject s WHERE s.zone = ${zone} AND s.code = ${subject}), ${subject}) AS name,
    (SELECT ${dutyBody('d', sql`${period}::text`)} FROM board.duty d
      WHERE d.zone = ${zone} AND d.subject = ${subject} AND d.region = ${region} AND d.year = ${yearOf(period)}) AS carrier,
    ${secretariatOf(zone)} AS secretariat
  FROM (SELECT clock() AS now) m`
