import { z } from 'zod'
import { SubjectCode } from '@lianxi/schema/codes'
import { WorkField } from '@lianxi/schema/vocabulary'
import { Figure, Name, PlaceCode, sourced, Year } from './common'

/** One line of projects.jsonl. `investmentYi` is 亿元; it becomes 万元 when it is published. */
export const ProjectRow = z.strictObject({
  code: SubjectCode,
  ...sourced,
  name: Name,
  domain: WorkField,
  regions: z.array(PlaceCode).min(1),
  regionUnknown: z.literal(true).optional(),
  category: z.string().max(300),
  stage: z.enum(['储备', '前期', '拟开工', '在建', '建成']).nullable(),
  stageBasis: Name.optional(),
  reportedProgress: Name.optional(),
  plannedOutcome: z.enum(['前期', '开工', '推进', '建成']).nullable(),
  investmentYi: Figure.nullable(),
  area: Name.nullable(),
  scale: z.string().max(400).nullable(),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
  owner: Name.nullable(),
  partners: z.array(Name),
  projectCount: z.int().min(1).optional(),
  crossRegion: z.boolean(),
  parent: SubjectCode.optional(),
  possibleSameAs: z.array(SubjectCode).min(1).optional(),
})
export type ProjectRow = z.infer<typeof ProjectRow>
