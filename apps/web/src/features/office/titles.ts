import type { z } from 'zod'
import { ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import type { Entry } from '@lianxi/schema/commands/entry'

const title = (schema: z.ZodType): string => schema.meta()?.title ?? ''

/** Fields in the order of the form; what they are called and how long they may be stands in the contract alone. */
export const TARGET_TITLES = {
  nil: title(TargetEntry.shape.nil),
  value: title(TargetEntry.shape.value),
  doneOn: title(TargetEntry.shape.doneOn),
  figureSource: title(TargetEntry.shape.figureSource),
  note: title(TargetEntry.shape.note),
  problems: title(TargetEntry.shape.problems),
  nextStep: title(TargetEntry.shape.nextStep),
} satisfies Record<Exclude<keyof TargetEntry, 'kind'>, string>

export const PROJECT_TITLES = {
  nil: title(ProjectEntry.shape.nil),
  stage: title(ProjectEntry.shape.stage),
  investedYearWan: title(ProjectEntry.shape.investedYearWan),
  investedTotalWan: title(ProjectEntry.shape.investedTotalWan),
  progressPercent: title(ProjectEntry.shape.progressPercent),
  physicalProgress: title(ProjectEntry.shape.physicalProgress),
  milestones: title(ProjectEntry.shape.milestones),
  matters: title(ProjectEntry.shape.matters),
  problems: title(ProjectEntry.shape.problems),
  nextStep: title(ProjectEntry.shape.nextStep),
} satisfies Record<Exclude<keyof ProjectEntry, 'kind'>, string>

/** Longest text of a field. */
export const LIMITS = {
  figureSource: TargetEntry.shape.figureSource.unwrap().maxLength ?? undefined,
  note: TargetEntry.shape.note.unwrap().maxLength ?? undefined,
  problems: TargetEntry.shape.problems.unwrap().maxLength ?? undefined,
  nextStep: TargetEntry.shape.nextStep.unwrap().maxLength ?? undefined,
  physicalProgress: ProjectEntry.shape.physicalProgress.unwrap().maxLength ?? undefined,
  figure: TargetEntry.shape.value.unwrap().maxLength ?? undefined,
}

export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>
