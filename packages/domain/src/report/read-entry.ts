import type { Entry, ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import { NOT_YET } from '@lianxi/schema/commands/entry'
import { CalendarDate } from '@lianxi/schema/decimal'
import type { ProjectContent, TargetContent } from '@lianxi/schema/events/reports'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'
import { decimalFigure, percentFigure, type TypedFigure, wanFigure } from './read-figure'

/** What an entry says once its figures are read; `findings` are the fields that cannot be read. */
export type ReadEntry =
  | { kind: 'target'; content: TargetContent; findings: Finding[] }
  | { kind: 'project'; content: ProjectContent; findings: Finding[] }

const error = (code: string, field: string, message: string): Finding => ({ level: 'error', code, field, message })

const VALUE = { code: 'value-not-number', field: 'value', title: '本期完成值' }
const INVESTED_YEAR = { code: 'wan-invalid', field: 'investedYearWan', title: '本年累计完成投资' }
const INVESTED_TOTAL = { code: 'wan-invalid', field: 'investedTotalWan', title: '开工以来累计完成投资' }
const PROGRESS = { code: 'percent-invalid', field: 'progressPercent', title: '形象进度' }

/** The figure, or null with what is wrong among the findings. */
function read<Figure>(
  typed: TypedFigure<Figure>,
  { code, field, title }: { code: string; field: string; title: string },
  findings: Finding[],
): Figure | null {
  if (typed.ok) return typed.figure
  findings.push(error(code, field, `${title}${typed.why}。`))
  return null
}

function readTarget(entry: TargetEntry): ReadEntry {
  const findings: Finding[] = []
  const value = entry.nil ? null : read(decimalFigure(entry.value), VALUE, findings)
  const doneOn = entry.nil ? undefined : readDone(entry.doneOn ?? '', findings)
  if (!entry.nil && value === null && doneOn === undefined && findings.length === 0) {
    findings.push(error('value-missing', 'value', '请填写本期完成值；确无变化的，请选“本期无变化”。'))
  }
  const { nil, figureSource, note, problems, nextStep } = entry
  const words = { figureSource, note, problems, nextStep }
  return { kind: 'target', content: { nil, value, ...(doneOn !== undefined && { doneOn }), ...words }, findings }
}

/** The day, null where it is not done yet, undefined where nothing is said. */
function readDone(typed: string, findings: Finding[]): string | null | undefined {
  if (typed === '') return undefined
  if (typed === NOT_YET) return null
  const day = CalendarDate.safeParse(typed.trim())
  if (day.success) return day.data
  findings.push(error('done-date', 'doneOn', '完成日期应写作 2025-09-30。'))
  return undefined
}

function readMilestones(entry: ProjectEntry, findings: Finding[]): ProjectContent['milestones'] {
  return entry.milestones.map(({ name, reachedOn }, index) => {
    if (name.trim() === '') findings.push(error('milestone-name', `milestones.${index}.name`, '请填写节点名称。'))
    if (!CalendarDate.safeParse(reachedOn).success) {
      findings.push(error('milestone-date', `milestones.${index}.reachedOn`, '节点完成日期应写作 2025-09-30。'))
    }
    return { name, reachedOn }
  })
}

function readProject(entry: ProjectEntry): ReadEntry {
  const findings: Finding[] = []
  const { nil, physicalProgress, problems, nextStep, matters } = entry
  const words = { physicalProgress, problems, nextStep, matters, milestones: readMilestones(entry, findings) }
  for (const [index, matter] of matters.entries()) {
    if (matter.text.trim() === '') {
      findings.push(error('matter-text', `matters.${index}.text`, '请写明需要协调什么；没有需协调事项的，请删去此行。'))
    }
  }
  const none = { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
  if (nil) return { kind: 'project', content: { nil, ...none, ...words }, findings }
  if (entry.stage === null)
    findings.push(error('stage-missing', 'stage', '请选择项目阶段；确无变化的，请选“本期无变化”。'))
  const content = {
    nil,
    stage: entry.stage,
    investedYearWan: read(wanFigure(entry.investedYearWan), INVESTED_YEAR, findings),
    investedTotalWan: read(wanFigure(entry.investedTotalWan), INVESTED_TOTAL, findings),
    progressPercent: read(percentFigure(entry.progressPercent), PROGRESS, findings),
    ...words,
  }
  return { kind: 'project', content, findings }
}

/** Reads what was typed. Pure; the same in the browser, on the server and for an uploaded table. */
export function readEntry(entry: Entry): ReadEntry {
  return entry.kind === 'target' ? readTarget(entry) : readProject(entry)
}

/** The entry that says what a published content says: a correction starts from it. */
export function entryOf(
  said: { kind: 'target'; content: TargetContent } | { kind: 'project'; content: ProjectContent },
): Entry {
  if (said.kind === 'target') {
    const { value, doneOn, ...rest } = said.content
    return { kind: 'target', ...rest, value: value ?? '', ...(doneOn !== undefined && { doneOn: doneOn ?? NOT_YET }) }
  }
  const { investedYearWan, investedTotalWan, progressPercent, ...rest } = said.content
  const figures = {
    investedYearWan: investedYearWan?.toString() ?? '',
    investedTotalWan: investedTotalWan?.toString() ?? '',
    progressPercent: progressPercent ?? '',
  }
  return { kind: 'project', ...rest, ...figures }
}

/** 本期无变化 and nothing else. */
export function nilEntry(kind: SubjectKind): Entry {
  const words = { nil: true, problems: '', nextStep: '' }
  if (kind === 'target') return { kind, ...words, value: '', figureSource: '', note: '' }
  const figures = { stage: null, investedYearWan: '', investedTotalWan: '', progressPercent: '' }
  return { kind, ...words, ...figures, physicalProgress: '', milestones: [], matters: [] }
}
