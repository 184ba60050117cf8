import { periodsOf, type Period } from '@lianxi/schema/period'
import { regionTopic } from '@lianxi/schema/topics'
import type { SubjectKind } from '@lianxi/schema/vocabulary'

/** One region speaking of targets or of projects: one topic. */
export type Voice = { region: string; kind: SubjectKind; topic: string }

export const ZONE = 'Z-PX'
export const REGIONS = ['510400', '510402', '510403', '513400'] as const
export const VOICES: readonly Voice[] = REGIONS.flatMap((region) =>
  (['target', 'project'] as const).map((kind) => ({ region, kind, topic: regionTopic(region, kind) })),
)
export const YEARS = [2021, 2022, 2023, 2024, 2025]
export const QUARTERS: readonly Period[] = YEARS.flatMap((year) => periodsOf(year, 'quarter'))

/** The moment a quarter ends, counted from 0 in 2021. */
export const endOf = (quarter: number): number => Date.UTC(2021, (quarter + 1) * 3, 1)

export const subjectCode = ({ region, kind }: Voice, subject: number): string =>
  `B${region}-${kind === 'target' ? 'T' : 'P'}${String(subject).padStart(5, '0')}`

export const bodyOf = (region: string): string => `${region}-FGJ`
