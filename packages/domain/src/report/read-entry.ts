import type { Entry, ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import { CalendarDate, Decimal, Percent, Wan } from '@lianxi/schema/decimal'
import type { ProjectContent, TargetContent } from '@lianxi/schema/events/reports'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { Finding } from '@lianxi/schema/views/result'

/** What an entry says once its figures are read; `findings` are the fields that cannot be read. */
export type ReadEntry =
  | { kind: 'target'; content: TargetContent; findings: Finding[] }
  | { kind: 'project'; content: ProjectContent; findings: Finding[] }

const error = (code: string, field: string, message: string): Finding => ({ level: 'error', code, field, message })

const GROUPED = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?%?$/

/**
 * Full-width digits, thousands separators, a leading plus and zeros are how people write; 218.40 is 218.4. A comma or
 * blank anywhere else stays, and is refused: `18,2` may mean 18.2 or 182, and nobody should have to find out later.
 */
function normalise(typed: string): string {
  const written = typed.normalize('NFKC').trim().replace(/−/g, '-')
  const plain = (GROUPED.test(written) ? written.replace(/[, ]/g, '') : written)
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
  return /^-?\d+\.\d*$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain
}

function readDecimal(typed: string, findings: Finding[]): string | null {
  const plain = normalise(typed)
  if (plain === '') return null
  const parsed = Decimal.safeParse(plain)
  if (parsed.success) return parsed.data === '-0' ? '0' : parsed.data
  findings.push(
    error(
      'value-not-number',
      'value',
      '本期完成值应为数字，整数部分不超过15位、小数不超过6位，如 218.4；单位不必填写。',
    ),
  )
  return null
}

function readWan(typed: string, field: string, title: string, findings: Finding[]): number | null {
  const plain = normalise(typed)
  if (plain === '') return null
  const parsed = /^-?\d+$/.test(plain) ? Wan.safeParse(Number(plain)) : undefined
  if (parsed?.success === true) return parsed.data
  const why = /^-/.test(plain)
    ? '不能为负'
    : /^\d+$/.test(plain)
      ? '超出范围，请核对单位是否为万元'
      : '应为整数，单位为万元'
  findings.push(error('wan-invalid', field, `${title}${why}。`))
  return null
}

function readPercent(typed: string, findings: Finding[]): string | null {
  const plain = normalise(typed).replace(/%$/, '')
  if (plain === '') return null
  const parsed = Percent.safeParse(plain)
  if (parsed.success) return parsed.data
  findings.push(error('percent-invalid', 'progressPercent', '形象进度应为 0 至 100 之间的数，最多两位小数。'))
  return null
}

function readTarget(entry: TargetEntry): ReadEntry {
  const findings: Finding[] = []
  const value = entry.nil ? null : readDecimal(entry.value, findings)
  if (!entry.nil && value === null && findings.length === 0) {
    findings.push(error('value-missing', 'value', '请填写本期完成值；确无变化的，请选“本期无变化”。'))
  }
  const { nil, figureSource, note, problems, nextStep } = entry
  return { kind: 'target', content: { nil, value, figureSource, note, problems, nextStep }, findings }
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
    investedYearWan: readWan(entry.investedYearWan, 'investedYearWan', '本年累计完成投资', findings),
    investedTotalWan: readWan(entry.investedTotalWan, 'investedTotalWan', '开工以来累计完成投资', findings),
    progressPercent: readPercent(entry.progressPercent, findings),
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
    const { nil, value, figureSource, note, problems, nextStep } = said.content
    return { kind: 'target', nil, value: value ?? '', figureSource, note, problems, nextStep }
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
