import { z } from 'zod'
import { Period } from '../period'
import { RegionName } from './common'

const Said = z.string().meta({ description: 'exact decimal as text' })
const At = z.strictObject({ value: Said, year: z.int() })

/** One period of a course: what was reached, what should be, and where the status changes. */
export const CoursePoint = z.strictObject({
  period: Period,
  value: Said.nullable().meta({ title: '完成', description: 'null: not reported, or not yet' }),
  expected: Said.nullable().meta({ title: '应达到' }),
  limits: z
    .strictObject({ ahead: Said, onTrack: Said, behind: Said })
    .nullable()
    .meta({ title: '判定界限', description: '快于预期, 基本符合预期, 滞后 begin here; beyond the last 严重滞后' }),
})
export type CoursePoint = z.infer<typeof CoursePoint>

/** What a subject is measured by in one region, period by period, with what is still to come. */
export const CourseView = z.strictObject({
  region: RegionName,
  measured: z.enum(['value', 'sum', 'share', 'investment']).meta({
    description:
      'as reported; the plan’s sum of what years reported; a share that was worked out; a project’s investment in its year (万元)',
  }),
  startsAnew: z.boolean().meta({ description: 'year-to-date: begins anew each year' }),
  baseline: At.nullable().meta({ title: '基期值' }),
  target: At.nullable().meta({ title: '目标值' }),
  points: z.array(CoursePoint).meta({ description: 'first to last' }),
})
export type CourseView = z.infer<typeof CourseView>
