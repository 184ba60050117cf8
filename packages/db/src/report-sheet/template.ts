import { type Identity, keyOf, LAYOUT } from '@lianxi/domain/report-sheet/identity'
import { templateRow, type TemplateRow, type TemplateSubject } from '@lianxi/domain/report-sheet/template-row'
import type { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { draftState } from '@lianxi/schema/vocabulary'
import { type Database, type Reading, sql } from '../client'
import { firstItem, progressTable } from '../readers/base/parts'
import { endingWith } from '../readers/base/periods'
import { askedItself } from '../readers/duty/served'
import { bodyName, placeName, readReference, type Reference, wholeOf } from '../readers/base/reference'
import { type FilingKey, readFilings, type SheetFiling } from './filings'

export type ReportTemplate = { identity: Identity; rows: Record<SubjectKind, TemplateRow[]> }

/** All that is due for the body with a period, filled with what is known; in the order of the year's list. */
export async function readReportTemplate(db: Database, input: ReportSheetInput): Promise<ReportTemplate> {
  const { zone, region, body, period } = input
  const keys = await readDueKeys(db, input)
  const [reference, filings, contacts] = await Promise.all([
    readReference(db, zone),
    readFilings(db, { zone, region }, keys),
    readContacts(db, input),
  ])
  const rows: ReportTemplate['rows'] = { project: [], target: [] }
  const identity: Identity = {
    ...{ layout: LAYOUT, zone, region, body, bodyName: bodyName(reference, body).name, period, rows: [] },
  }
  for (const key of keys) {
    const filing = filings.get(keyOf(key))
    if (filing === undefined) continue
    const subject = subjectOf(key, filing, { reference, contacts, body, region })
    const sheet = rows[subject.kind]
    sheet.push(templateRow(subject, period, sheet.length + 1))
    identity.rows.push({ key: keyOf(key), name: subject.doc.name, version: filing.state.version })
  }
  return { identity, rows }
}

function readDueKeys(db: Reading, { zone, region, body, period }: ReportSheetInput): Promise<FilingKey[]> {
  return db.$queryRaw<FilingKey[]>(sql`
    SELECT p.subject, p.period FROM ${progressTable} p JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    ${firstItem('p', 'i', sql`p.year`)}
    WHERE p.zone = ${zone} AND p.region = ${region} AND p.body = ${body} AND p.period = ANY(${endingWith(period)})
      AND p.state <> 'waiting' AND ${askedItself('p')}
    ORDER BY i.position NULLS LAST, p.subject, p.period`)
}

type Contacts = { leader: string; person: string }

/** Who leads an item and who answers for it, from the web's own list; a phone only of the body's own people. */
async function readContacts(db: Database, { zone, region, body }: ReportSheetInput): Promise<Map<string, Contacts>> {
  const [items, members] = await Promise.all([
    db.$queryRaw<(Contacts & { list: string; code: string })[]>(sql`
      SELECT list, code, coalesce(content->>'leader', '') AS leader, coalesce(content->>'person', '') AS person
      FROM year_list_item WHERE zone = ${zone} AND region = ${region}`),
    db.membership.findMany({ where: { zone, body }, select: { user: { select: { name: true, phone: true } } } }),
  ])
  const phones = new Map(members.map(({ user }) => [user.name, user.phone ?? '']))
  const withPhone = (person: string) => [person, phones.get(person) ?? ''].filter((part) => part !== '').join(' ')
  return new Map(
    items.map(({ list, code, leader, person }) => [`${list} ${code}`, { leader, person: withPhone(person) }]),
  )
}

type Around = { reference: Reference; contacts: ReadonlyMap<string, Contacts>; body: string; region: string }

function subjectOf({ period }: FilingKey, filing: SheetFiling, around: Around): TemplateSubject {
  const { known, base } = filing
  const { reference, contacts, body, region } = around
  const { item } = known
  const { leader = '', person = '' } = item === null ? {} : (contacts.get(`${item.list} ${item.code}`) ?? {})
  const places = known.kind === 'project' ? known.doc.regions.map((code) => placeName(reference, code)) : []
  const indicator = known.kind === 'target' ? known.doc.indicator : null
  const more = {
    ...{ region, period, item, history: known.history, entry: base, leader, person, remark: remarkOf(filing) },
    names: {
      indicator: indicator === null ? null : (reference.indicators.get(indicator)?.name ?? null),
      whole: known.kind === 'target' ? wholeOf(reference, known.doc, region) : null,
      places: places.join('、'),
      body: bodyName(reference, known.duty?.body ?? body).name,
      leadBody: item === null ? '' : bodyName(reference, item.leadBody).name,
      coBodies: (item?.coBodies ?? []).map((code) => bodyName(reference, code).name).join('、'),
    },
  }
  return known.kind === 'target'
    ? { kind: known.kind, doc: known.doc, ...more }
    : { kind: known.kind, doc: known.doc, ...more }
}

function remarkOf({ served, ...filing }: SheetFiling): string {
  const also = served.map(({ known }) => known.doc.name).join('、')
  return [stateRemark(filing), also === '' ? '' : `一并报送：${also}`].filter((part) => part !== '').join('；')
}

function stateRemark({ known, state, stored }: Omit<SheetFiling, 'served'>): string {
  if (known.duty?.channel === 'direct') return '系统直报，不在此填'
  if (state.returned !== null) return `退回：${state.returned.reason}`
  if (stored === undefined && state.published === null) return ''
  return draftState.labels[state.state]
}
