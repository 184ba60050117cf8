import { z } from 'zod'
import { text } from '../decimal'
import { MatterKind, Stage, type SubjectKind } from '../vocabulary'

/**
 * What stands in a form's fields, exactly as typed: figures are text, so that a draft keeps even what is not yet a
 * number. `readEntry` of @lianxi/domain turns an entry into a report's content or says in words what is wrong.
 */
const typed = (max: number) => text(max).default('')

/** `doneOn` of a qualitative target that is not done yet. */
export const NOT_YET = 'not-yet'

export const TargetEntry = z.strictObject({
  kind: z.literal('target'),
  nil: z.boolean().default(false).meta({ title: '本期无变化' }),
  value: typed(40).meta({ title: '本期完成值', description: 'as typed, in the indicator’s unit' }),
  doneOn: text(10)
    .optional()
    .meta({ title: '完成日期', description: 'qualitative target: a day as typed, or `not-yet`; absent: not said' }),
  figureSource: typed(200).meta({ title: '数据来源', examples: ['区统计局 季度快报'] }),
  note: typed(1000).meta({ title: '进展说明' }),
  problems: typed(1000).meta({ title: '存在问题' }),
  nextStep: typed(1000).meta({ title: '下步安排' }),
})
export type TargetEntry = z.infer<typeof TargetEntry>

export const ProjectEntry = z.strictObject({
  kind: z.literal('project'),
  nil: z.boolean().default(false).meta({ title: '本期无变化' }),
  stage: Stage.nullable().default(null).meta({ title: '项目阶段' }),
  investedYearWan: typed(40).meta({ title: '本年累计完成投资（万元）' }),
  investedTotalWan: typed(40).meta({ title: '开工以来累计完成投资（万元）' }),
  progressPercent: typed(40).meta({ title: '形象进度（%）' }),
  physicalProgress: typed(500).meta({ title: '形象进度描述' }),
  milestones: z
    .array(z.strictObject({ name: text(200), reachedOn: typed(10) }))
    .max(50)
    .default([])
    .meta({ title: '已完成节点' }),
  matters: z
    .array(z.strictObject({ kind: MatterKind, text: text(500) }))
    .max(20)
    .default([])
    .meta({ title: '需协调事项' }),
  problems: typed(1000).meta({ title: '存在问题' }),
  nextStep: typed(1000).meta({ title: '下步安排' }),
})
export type ProjectEntry = z.infer<typeof ProjectEntry>

export const Entry = z.discriminatedUnion('kind', [TargetEntry, ProjectEntry]).meta({ title: '填报内容' })
export type Entry = z.infer<typeof Entry>

/** An empty form of the kind. */
export const emptyEntry = (kind: SubjectKind): Entry =>
  kind === 'target' ? TargetEntry.parse({ kind }) : ProjectEntry.parse({ kind })
