import type { Sheet } from '@lianxi/office-files/plain-cell'
import { SubjectCode } from '@lianxi/schema/codes'
import { Period } from '@lianxi/schema/period'
import { z } from 'zod'

/** The hidden sheet that says whose a workbook is. */
export const IDENTITY_SHEET = '模板标识'
const MAGIC = '联席报送表'
/** Of the columns' meaning: another number is another template, and is not read. */
export const LAYOUT = '1'

export type IdentityRow = { key: string; name: string; version: number }
/** `rows`: what went out, with the version each report had then. */
export type Identity = {
  layout: string
  zone: string
  region: string
  body: string
  bodyName: string
  period: Period
  rows: IdentityRow[]
}

/** A row's key: its subject and the period it is reported for (a quarter's workbook has half-years too). */
export const keyOf = ({ subject, period }: { subject: string; period: string }): string => `${subject}@${period}`

export function readKey(text: string): { subject: string; period: Period } | undefined {
  const [subject = '', said = '', more] = text.trim().split('@')
  const period = Period.safeParse(said)
  return period.success && more === undefined && SubjectCode.safeParse(subject).success
    ? { subject, period: period.data }
    : undefined
}

export function identityRows(identity: Identity): (string | number)[][] {
  const { layout, zone, region, body, bodyName, period, rows } = identity
  const head = { 版式: layout, 经济区: zone, 行政区: region, 单位: body, 单位名称: bodyName, 报告期: period }
  return [...Object.entries(head), ...rows.map(({ key, name, version }) => [key, name, version])]
}

/** The identity sheet's own head: the reader finds it by these words. */
export const IDENTITY_HEADS = [MAGIC, '内容', '版本'] as const

const Head = z.object({
  版式: z.string(),
  经济区: z.string(),
  行政区: z.string(),
  单位: z.string(),
  单位名称: z.string(),
  报告期: Period,
})

/** Undefined: no workbook of ours, or its hidden sheet was cut out. */
export function findIdentity(sheets: readonly Sheet[]): Identity | undefined {
  const sheet = sheets.find(({ rows }) => rows[0]?.cells[0]?.text === MAGIC)
  if (sheet === undefined) return undefined
  const lines = sheet.rows.slice(1).map(({ cells }) => [0, 1, 2].map((at) => cells[at]?.text ?? ''))
  const head = Head.safeParse(Object.fromEntries(lines.map(([name = '', said = '']) => [name, said])))
  if (!head.success) return undefined
  const rows = lines.flatMap(([key = '', name = '', version = '']) =>
    readKey(key) === undefined ? [] : [{ key, name, version: /^\d{1,6}$/.test(version) ? Number(version) : 0 }],
  )
  const said = head.data
  return {
    ...{ layout: said.版式, zone: said.经济区, region: said.行政区, body: said.单位, bodyName: said.单位名称 },
    ...{ period: said.报告期, rows },
  }
}
