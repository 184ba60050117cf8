import { z } from 'zod'
import { CalendarDate, text } from '../decimal'
import { TargetListed } from './facts'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/**
 * A plan's target was revised, as by a mid-term review (中期评估): `target` is the whole target as it now stands, `before`
 * as it stood. Only what somebody approved by a document is a revision.
 */
export const TargetRevised = z
  .strictObject({
    target: TargetListed,
    before: TargetListed,
    revision: z.int().min(1).max(99).meta({ title: '第几次修订' }),
    reason: said(500, '修订须说明原因').meta({ title: '修订原因' }),
    approvedBy: said(120, '修订须写明批准机关').meta({ title: '批准机关', examples: ['攀枝花市人大常委会'] }),
    basis: said(120, '修订须注明批准文件').meta({ title: '批准文件', description: 'document or meeting' }),
    approvedOn: CalendarDate,
  })
  .refine(({ target, before }) => target.code === before.code, { message: '修订前后须是同一目标', path: ['before'] })
export type TargetRevised = z.infer<typeof TargetRevised>
