import { z } from 'zod'
import { SubjectCode } from '../codes'
import { CalendarDate } from '../decimal'
import { ProjectAim, TargetAim } from '../events/revisions'
import { RevisionState, SubjectKind } from '../vocabulary'
import { BodyName } from './common'

/** A revision of what a plan says (中期评估), with what it was before. */
export const RevisionView = z.strictObject({
  revision: z.int().meta({ title: '第几次修订' }),
  before: z.string().meta({ title: '修订前' }),
  after: z.string().meta({ title: '修订后' }),
  fromYear: z.int().nullable().meta({ title: '自哪一年起' }),
  reason: z.string().meta({ title: '修订原因' }),
  approvedBy: z.string().meta({ title: '批准机关' }),
  basis: z.string().meta({ title: '批准文件' }),
  approvedOn: CalendarDate.meta({ title: '批准日期' }),
})
export type RevisionView = z.infer<typeof RevisionView>

/** What somebody proposed, the original beside it, and what became of it. Work inside the zone, never public. */
export const ProposalView = z.strictObject({
  number: z.int(),
  before: z.string().meta({ title: '现行' }),
  after: z.string().meta({ title: '建议修订为' }),
  fromYear: z.int().meta({ title: '自哪一年起' }),
  reason: z.string().meta({ title: '修订原因' }),
  document: z.string().meta({ title: '建议文件' }),
  body: BodyName.meta({ title: '建议单位' }),
  person: z.string(),
  on: CalendarDate.meta({ title: '建议日期' }),
  state: RevisionState,
  outcome: z.string().nullable().meta({ title: '办理结果', description: 'who, when, by which document or why' }),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type ProposalView = z.infer<typeof ProposalView>

/** Of one target or project. `proposing` null: the viewer proposes nothing here, or an open proposal stands before his. */
export const RevisionsView = z.strictObject({
  approved: z.array(RevisionView).meta({ description: 'first to last' }),
  proposals: z.array(ProposalView).meta({ description: 'latest first; those the viewer may see' }),
  proposing: z.strictObject({ target: TargetAim.nullable(), project: ProjectAim.nullable() }).nullable(),
  rule: z
    .array(z.string())
    .nullable()
    .meta({ title: '规划关于中期评估的规定', description: 'of the mechanism; null: the plan does not say' }),
})
export type RevisionsView = z.infer<typeof RevisionsView>

/** A proposal among those of a plan. */
export const PlanProposal = ProposalView.extend({ subject: SubjectCode, kind: SubjectKind, name: z.string() })
export type PlanProposal = z.infer<typeof PlanProposal>

/** One line of a plan's revisions in its Excel: approved, or proposed and what became of it. */
export const RevisionLine = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  state: RevisionState,
  ...RevisionView.pick({ before: true, after: true, fromYear: true, reason: true }).shape,
  proposed: z.string().meta({ title: '建议文件和单位', description: 'empty: it was not proposed here' }),
  outcome: z.string().meta({ title: '批准机关、文件和日期，或办理结果' }),
})
export type RevisionLine = z.infer<typeof RevisionLine>

/** How a plan came to be what it is: how it was listed each time, and what revised it by which document. */
export const PlanVersion = z.strictObject({
  what: z.string().meta({ title: '状态', description: '征求意见稿, 印发, 更正, 中期评估修订' }),
  document: z.string().meta({ title: '文件' }),
  by: z.string().meta({ title: '印发（批准）机关' }),
  on: z.string().nullable().meta({ title: '日期', description: 'of the document; null: it has none' }),
  recordedOn: CalendarDate.meta({ title: '登记日期', description: 'in China' }),
  note: z.string(),
})
export type PlanVersion = z.infer<typeof PlanVersion>
