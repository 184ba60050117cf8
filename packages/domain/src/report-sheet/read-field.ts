import type { Cell } from '@lianxi/office-files/plain-cell'
import { type Entry, NOT_YET, type ProjectEntry, type TargetEntry } from '@lianxi/schema/commands/entry'
import { matterKind, stage } from '@lianxi/schema/vocabulary'
import { withDone } from '../report/done'
import { STARTED } from './cells-of'
import { type CellRead, findDay, readChoice, readDay, readFigure, readWords, saysNone, whyNoDay } from './read-cell'

/** What a cell makes of an entry's field. `unit`: of the target's figure. */
type Reader<Of extends Entry> = (cell: Cell, entry: Of, unit: string | null) => CellRead<Of>

const put = <Said, Of>(read: CellRead<Said>, into: (said: Said) => Of): CellRead<Of> =>
  read.ok ? { ok: true, said: into(read.said) } : read

const words =
  <Of extends Entry>(field: keyof Of, max: number): Reader<Of> =>
  (cell, entry) =>
    put(readWords(cell, max), (said) => ({ ...entry, [field]: said }))

const wan =
  (field: 'investedYearWan' | 'investedTotalWan'): Reader<ProjectEntry> =>
  (cell, entry) =>
    put(readFigure(cell, { percent: false, money: true }), (said) => ({ ...entry, [field]: said }))

const YES = { yes: '是', no: '否' } as const
const nil = <Of extends Entry>(cell: Cell, entry: Of): CellRead<Of> =>
  put(readChoice(cell, YES), (said) => ({ ...entry, nil: said === 'yes' }))

const isPercent = (unit: string | null): boolean => unit !== null && /[%％]|百分/.test(unit)

const TARGET: Readonly<Record<string, Reader<TargetEntry>>> = {
  nil,
  value: (cell, entry, unit) =>
    put(readFigure(cell, { percent: isPercent(unit), money: false }), (value) => ({ ...entry, value })),
  doneOn: (cell, entry) => put(readDone(cell), (said) => withDone(entry, said)),
  figureSource: words('figureSource', 200),
  note: words('note', 1000),
  problems: words('problems', 1000),
  nextStep: words('nextStep', 1000),
}

const NOT_DONE_YET = /^(尚)?未完成$/
const readDone = (cell: Cell): CellRead => (NOT_DONE_YET.test(cell.text) ? { ok: true, said: NOT_YET } : readDay(cell))

const startedOf = ({ milestones }: ProjectEntry) => milestones.filter(({ name }) => name === STARTED).slice(0, 1)
const othersOf = (entry: ProjectEntry) => entry.milestones.filter((one) => !startedOf(entry).includes(one))

const PROJECT: Readonly<Record<string, Reader<ProjectEntry>>> = {
  nil,
  stage: (cell, entry) => put(readChoice(cell, stage.labels), (said) => ({ ...entry, stage: said })),
  investedYearWan: wan('investedYearWan'),
  investedTotalWan: wan('investedTotalWan'),
  progressPercent: (cell, entry) =>
    put(readFigure(cell, { percent: true, money: false }), (progressPercent) => ({ ...entry, progressPercent })),
  physicalProgress: words('physicalProgress', 500),
  startedOn: (cell, entry) =>
    put(readDay(cell), (day) => ({
      ...entry,
      milestones: [...(day === '' ? [] : [{ name: STARTED, reachedOn: day }]), ...othersOf(entry)],
    })),
  milestones: (cell, entry) =>
    put(readMilestones(cell), (others) => ({ ...entry, milestones: [...startedOf(entry), ...others] })),
  problems: words('problems', 1000),
  matters: (cell, entry) => put(readMatters(cell), (matters) => ({ ...entry, matters })),
  nextStep: words('nextStep', 1000),
}

/** Inputs that hold a figure: with 本期无变化 they stay empty. */
export const FIGURES: Record<Entry['kind'], readonly string[]> = {
  target: ['value', 'doneOn'],
  project: ['investedYearWan', 'investedTotalWan', 'progressPercent'],
}
export const isFigure = (kind: Entry['kind'], field: string): boolean => FIGURES[kind].includes(field)

/** Inputs of a report, in the order they are read. */
export const FIELDS: Record<Entry['kind'], readonly string[]> = {
  target: Object.keys(TARGET),
  project: Object.keys(PROJECT),
}

/** The entry with what a cell says in one of its fields, or why not: one for a workbook’s row and for a grid’s cell. */
export function readField(entry: Entry, field: string, cell: Cell, unit: string | null): CellRead<Entry> {
  const reader = entry.kind === 'target' ? TARGET[field]?.(cell, entry, unit) : PROJECT[field]?.(cell, entry, unit)
  if (reader === undefined) throw new Error(`${entry.kind} has no field ${field}`)
  return reader
}

const linesOf = (text: string): string[] =>
  saysNone(text)
    ? []
    : text
        .split('\n')
        .map((line) => line.replace(/^\s*\d{1,2}[.、．)）]\s*/, '').trim())
        .filter((line) => line !== '')

const NODE = /^(.*?)[\s:：,，]*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)$/

function whyNoMilestone(line: string): string {
  const day = NODE.exec(line)?.[2]
  const missing = day !== undefined && findDay(day) === undefined
  return missing ? `“${line}”：${whyNoDay(day)}` : `“${line}”应写作“节点名称 2025-09-30”，每行一个`
}

/** One milestone a line: its name, then its day. */
function readMilestones(cell: Cell): CellRead<ProjectEntry['milestones']> {
  const said = readWords(cell, 2000)
  if (!said.ok) return said
  const lines = linesOf(said.said)
  const read = lines.map((line) => {
    const [, name = '', day = ''] = NODE.exec(line) ?? []
    return { name: name.trim(), reachedOn: findDay(day) ?? '' }
  })
  const wrong = read.findIndex(({ name, reachedOn }) => name === '' || reachedOn === '' || name.length > 200)
  if (wrong >= 0) return { ok: false, why: whyNoMilestone(lines[wrong] ?? '') }
  return read.length > 49 ? { ok: false, why: '节点不超过49个，请精简' } : { ok: true, said: read }
}

const MATTER = /^(.{2,4}?)[:：]\s*(.+)$/

/** One matter a line, its kind before the colon; without a known kind it is 其他 and keeps all its words. */
function readMatters(cell: Cell): CellRead<ProjectEntry['matters']> {
  const said = readWords(cell, 10_000)
  if (!said.ok) return said
  const matters = linesOf(said.said).map((line) => {
    const [, label = '', text = ''] = MATTER.exec(line) ?? []
    const kind = matterKind.words.find((word) => matterKind.labels[word] === label.trim())
    return kind === undefined ? { kind: 'other' as const, text: line } : { kind, text: text.trim() }
  })
  const long = matters.find(({ text }) => text.length > 500)
  if (long !== undefined) return { ok: false, why: `“${long.text.slice(0, 20)}……”一件不超过500字，请精简` }
  return matters.length > 20 ? { ok: false, why: '需协调事项不超过20件，请精简' } : { ok: true, said: matters }
}
