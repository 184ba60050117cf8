import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { baselineOf, speaksOf } from '../place/own-values'

/** What the plan says of a subject and the year's list asks of a region, as far as figures are compared with it. */
export type Promised = Pick<
  CheckContext,
  'unit' | 'basis' | 'qualitative' | 'targetValue' | 'yearValue' | 'baseline' | 'planWan' | 'totalWan' | 'curve'
> & {
  kind: SubjectKind
}

const NOTHING = {
  ...{ unit: null, basis: null, qualitative: false, targetValue: null, yearValue: null, baseline: null },
  ...{ planWan: null, totalWan: null, curve: null },
} satisfies Omit<Promised, 'kind'>

type Listed = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }

/** `item`: the first of the year's items that ask `region` for it, by position and code. */
export function promisedOf(subject: Listed, region: string, item: ItemListed | null): Promised {
  if (subject.kind === 'project') {
    const { planWan = null, totalWan = null, monthlyPercent: curve = null } = item?.project ?? {}
    return { ...NOTHING, kind: 'project', planWan, totalWan, curve }
  }
  const { unit, basis } = subject.doc
  const yearValue = item?.target?.yearValue?.value ?? null
  const targetValue = yearValue ?? (speaksOf(subject.doc, region) ? subject.doc.value : null)
  const baseline = baselineOf(subject.doc, region, item)?.value ?? null
  const qualitative = isQualitative(subject.doc, item)
  return { ...NOTHING, kind: 'target', unit, basis, qualitative, targetValue, yearValue, baseline }
}

/** 定性, and neither the list gives it a number nor is it compared with another series: judged by date and evidence. */
function isQualitative({ basis, comparator, relativeTo, targetYear }: TargetListed, item: ItemListed | null): boolean {
  if (basis === 'flag') return relativeTo === undefined
  const { yearValue = null, path = [] } = item?.target ?? {}
  const numeric = yearValue !== null || path.some(({ year }) => year === targetYear)
  return comparator === 'qualitative' && relativeTo === undefined && !numeric
}
