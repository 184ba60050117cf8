import { z } from 'zod'
import { BodyCode, SubjectCode } from '../codes'
import { CalendarDate, Decimal, text, Wan } from '../decimal'
import { ProjectListed, TargetListed } from './facts'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const Year = z.int().min(1990).max(2060)
const RevisionNumber = z.int().min(1).max(99).meta({ title: '第几次修订' })
const ProposalNumber = z.int().min(1).max(999).meta({ title: '第几项修订建议' })

/** What a revision can change of a target. */
export const TargetAim = z.strictObject({
  value: Decimal,
  valueHigh: Decimal.nullable().meta({ description: 'upper end where the comparator is a range' }),
  targetYear: Year,
  yearly: z
    .array(z.strictObject({ year: Year, value: Decimal }))
    .max(20)
    .meta({ title: '各年目标' }),
})
export type TargetAim = z.infer<typeof TargetAim>

/** What a revision can change of a project. */
export const ProjectAim = z.strictObject({
  investmentWan: Wan.nullable().meta({ title: '总投资（万元）' }),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
  yearly: z
    .array(z.strictObject({ year: Year, planWan: Wan }))
    .max(20)
    .meta({ title: '各年计划投资（万元）' }),
})
export type ProjectAim = z.infer<typeof ProjectAim>

/**
 * Somebody proposes to revise what a plan says of a target or a project (修订建议), as after a mid-term review. It binds
 * nothing: only an approval does. Of one subject at most one is open; `standing` is how many revisions were approved
 * before, so that nobody revises what nobody approved.
 */
export const RevisionProposed = z
  .strictObject({
    subject: SubjectCode,
    number: ProposalNumber,
    standing: z.int().min(0).max(98).meta({ title: '其前已批准的修订', description: 'how many; it stands on them' }),
    fromYear: Year.meta({ title: '自哪一年起', description: 'what the plan says of years before stays' }),
    target: z.strictObject({ before: TargetAim, after: TargetAim }).nullable(),
    project: z.strictObject({ before: ProjectAim, after: ProjectAim }).nullable(),
    reason: said(500, '修订须说明原因').meta({ title: '修订原因' }),
    document: said(120, '须注明建议文件').meta({ title: '建议文件', examples: ['攀发改〔2023〕88号'] }),
    body: BodyCode.meta({ title: '建议单位' }),
    person: text(60).meta({ title: '办理人' }),
    on: CalendarDate.meta({ title: '建议日期', description: 'in China' }),
  })
  .refine(({ target, project }) => (target === null) !== (project === null), {
    message: '修订建议须是关于一个目标或一个项目',
    path: ['target'],
  })
export type RevisionProposed = z.infer<typeof RevisionProposed>

const closed = {
  subject: SubjectCode,
  number: ProposalNumber,
  body: BodyCode,
  person: text(60).meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '办理日期', description: 'in China' }),
}

/** A proposal was not approved; what the plan says stays. */
export const RevisionRefused = z.strictObject({
  ...closed,
  reason: said(500, '不予批准须说明原因').meta({ title: '原因' }),
})
export type RevisionRefused = z.infer<typeof RevisionRefused>

/** Whoever proposed takes the proposal back. */
export const RevisionWithdrawn = z.strictObject({
  ...closed,
  reason: said(500, '撤回须说明原因').meta({ title: '原因' }),
})
export type RevisionWithdrawn = z.infer<typeof RevisionWithdrawn>

const approved = {
  revision: RevisionNumber,
  reason: said(500, '修订须说明原因').meta({ title: '修订原因' }),
  approvedBy: said(120, '修订须写明批准机关').meta({ title: '批准机关', examples: ['攀枝花市人大常委会'] }),
  basis: said(120, '修订须注明批准文件').meta({ title: '批准文件', description: 'document or meeting' }),
  approvedOn: CalendarDate,
}
const proposed = {
  fromYear: Year.meta({ title: '自哪一年起', description: 'what the plan says of years before stays' }),
  proposal: ProposalNumber.meta({ description: 'of the subject, which was approved as it was' }),
  person: text(60).meta({ title: '登记人' }),
}
const SAME = { message: '修订前后须是同一事项', path: ['before'] }

/**
 * A plan's target was revised, as by a mid-term review (中期评估): `target` is the whole target as it now stands, `before`
 * as it stood. Only what somebody approved by a document is a revision. `proposal` absent: it was not proposed here.
 */
export const TargetRevised = z
  .strictObject({
    ...{ target: TargetListed, before: TargetListed, ...approved },
    ...{ fromYear: proposed.fromYear.optional(), proposal: proposed.proposal.optional() },
    person: proposed.person.optional(),
  })
  .refine(({ target, before }) => target.code === before.code, SAME)
export type TargetRevised = z.infer<typeof TargetRevised>

/** The same of a plan's project: its total, its years, its yearly plans. The year's list stays until it is revised itself. */
export const ProjectRevised = z
  .strictObject({ project: ProjectListed, before: ProjectListed, ...approved, ...proposed })
  .refine(({ project, before }) => project.code === before.code, SAME)
export type ProjectRevised = z.infer<typeof ProjectRevised>
