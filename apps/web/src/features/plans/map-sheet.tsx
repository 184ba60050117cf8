'use client'

import { useId, useState } from 'react'
import { FIELDS, fieldHead, yearField, yearOfField } from '@lianxi/domain/plan-import/fields'
import { readHead } from '@lianxi/domain/plan-import/heads'
import { PLAN_SHEETS, PlanSheetKind, REVISION_SHEET, type SheetMapping } from '@lianxi/schema/commands/plan-import'
import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import { useDeed } from '@/features/command/use-deed'
import { Said } from '@/features/command/said'
import { api } from '@/features/live/client'
import s from './plans.module.css'

type Sheet = PlanImportView['sheets'][number]
type Props = { view: PlanImportView; sheet: Sheet }

function useMapping({ view, sheet }: Props) {
  const deed = useDeed()
  const [mapping, setMapping] = useState<SheetMapping>(sheet.mapping)
  const change = (part: Partial<SheetMapping>) => setMapping((before) => ({ ...before, ...part }))
  const assign = (column: number, field: string) => {
    const others = mapping.columns.filter((one) => one.column !== column && one.field !== field)
    change({ columns: field === '' ? others : [...others, { column, field }] })
  }
  const preset = (field: string, value: string) => {
    const others = mapping.defaults.filter((one) => one.field !== field)
    change({ defaults: value === '' ? others : [...others, { field, value }] })
  }
  const save = () => {
    const all = view.sheets.map((one) => (one.name === sheet.name ? mapping : one.mapping))
    const command = { zone: view.zone.code, id: view.id, expectedVersion: view.version, mapping: all }
    const call = (idempotencyKey: string) => api.plan.mapImport.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已按新的对应重新读取。')
  }
  return { deed, mapping, change, assign, preset, save }
}

/** Nobody knows yet what the sheet holds, or a column is missing on every row. */
const isUnsettled = ({ view, sheet }: Props): boolean =>
  sheet.mapping.kind === null
    ? sheet.rows > 1 && sheet.name !== REVISION_SHEET
    : view.faults.some((fault) => fault.sheet === sheet.name && fault.row === null)

/** What a sheet holds and which of its columns says what: guessed from the heads, settled by the person. */
export function MapSheet(props: Props) {
  const { sheet } = props
  const { deed, mapping, change, assign, preset, save } = useMapping(props)
  const id = useId()
  const { kind } = mapping
  const missing = kind === null ? 0 : mapping.columns.length
  return (
    <details className={s.sheet} open={isUnsettled(props)}>
      <summary>
        工作表“{sheet.name}”：{sheet.mapping.kind === null ? '不读' : `读作${PLAN_SHEETS[sheet.mapping.kind]}`}
        {missing > 0 ? `，对应了 ${missing} 列` : ''}
      </summary>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={s.columns}>
          <div>
            <label htmlFor={`${id}-kind`}>这张表是</label>
            <select
              id={`${id}-kind`}
              value={kind ?? ''}
              onChange={({ target: { value } }) =>
                change({ kind: PlanSheetKind.safeParse(value).data ?? null, columns: [], defaults: [] })
              }
            >
              <option value="">不读</option>
              {PlanSheetKind.options.map((one) => (
                <option key={one} value={one}>
                  {PLAN_SHEETS[one]}
                </option>
              ))}
            </select>
          </div>
          <HeadRow id={`${id}-head`} mapping={mapping} change={change} />
        </div>
        {kind === null ? null : <Columns kind={kind} heads={sheet.heads} mapping={mapping} assign={assign} />}
        {kind === null ? null : <Presets kind={kind} mapping={mapping} preset={preset} />}
        <div className={s.actions}>
          <button type="submit" disabled={deed.busy}>
            按此重新读取
          </button>
          <Said deed={deed} />
        </div>
      </form>
    </details>
  )
}

function HeadRow({
  id,
  mapping,
  change,
}: {
  id: string
  mapping: SheetMapping
  change: (part: Partial<SheetMapping>) => void
}) {
  return (
    <div>
      <label htmlFor={id}>表头在第几行（下一行起是内容）</label>
      <input
        id={id}
        type="number"
        min={1}
        max={20000}
        value={mapping.headRow === 0 ? '' : mapping.headRow}
        onChange={({ target: { value } }) => change({ headRow: Number(value), firstRow: Number(value) + 1 })}
      />
    </div>
  )
}

type ColumnsProps = {
  kind: PlanSheetKind
  heads: Sheet['heads']
  mapping: SheetMapping
  assign: (column: number, field: string) => void
}

function Columns({ kind, heads, mapping, assign }: ColumnsProps) {
  const id = useId()
  const fields = FIELDS[kind].map(({ name }) => name)
  const years = heads.flatMap(({ column, text }) => readHead(column, text).year ?? [])
  const yearly = kind === 'target' || kind === 'project' ? [...new Set(years)].map(yearField) : []
  return (
    <div className={s.columns}>
      {heads.map(({ column, letters, text }) => {
        const field = mapping.columns.find((one) => one.column === column)?.field ?? ''
        const options = [...fields, ...yearly, ...(yearOfField(field) === undefined ? [] : [field])]
        return (
          <div key={column}>
            <label htmlFor={`${id}-${column}`}>
              {letters}列“{text}”
            </label>
            <select id={`${id}-${column}`} value={field} onChange={({ target: { value } }) => assign(column, value)}>
              <option value="">不读</option>
              {[...new Set(options)].map((option) => (
                <option key={option} value={option}>
                  {fieldHead(kind, option)}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </div>
  )
}

type PresetsProps = { kind: PlanSheetKind; mapping: SheetMapping; preset: (field: string, value: string) => void }

/** A value for the whole sheet where it has no such column. */
function Presets({ kind, mapping, preset }: PresetsProps) {
  const id = useId()
  const mapped = new Set(mapping.columns.map(({ field }) => field))
  const open = FIELDS[kind].filter(
    ({ name, choices, needed }) =>
      !mapped.has(name) &&
      name !== 'name' &&
      name !== 'code' &&
      (choices !== undefined || needed === true || name === 'plan' || name === 'region'),
  )
  if (open.length === 0) return null
  return (
    <fieldset>
      <legend className="note">没有这些列时，全表用</legend>
      <div className={s.columns}>
        {open.map(({ name, head, choices }) => {
          const value = mapping.defaults.find(({ field }) => field === name)?.value ?? ''
          const fieldId = `${id}-${name}`
          return (
            <div key={name}>
              <label htmlFor={fieldId}>{head}</label>
              {choices === undefined ? (
                <input
                  id={fieldId}
                  maxLength={120}
                  value={value}
                  onChange={({ target }) => preset(name, target.value)}
                />
              ) : (
                <select id={fieldId} value={value} onChange={({ target }) => preset(name, target.value)}>
                  <option value="">—</option>
                  {Object.values(choices).map((label) => (
                    <option key={label} value={label}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
