import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { z } from 'zod'

/** What the plan topic said last of a target or a project. */
export const SubjectDoc = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('target'), doc: TargetListed }),
  z.object({ kind: z.literal('project'), doc: ProjectListed }),
])
