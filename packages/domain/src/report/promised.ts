import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { SubjectKind } from '@lianxi/schema/vocabulary'

/** What the plan says of a subject and the year's list asks of a region, as far as figures are compared with it. */
export type Promised = Pick<
  CheckContext,
  'unit' | 'basis' | 'targetValue' | 'yearValue' | 'baseline' | 'planWan' | 'totalWan' | 'curve'
> & {
  kind: SubjectKind
}

const NOTHING = {
  ...{ unit: null, basis: null, targetValue: null, yearValue: null, baseline: null },
  ...{ planWan: null, totalWan: null, curve: null },
} satisfies Omit<Promised, 'kind'>

type Listed = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }

/** `item`: the first of the year's items that ask this region for it, by position and code. */
export function promisedOf(subject: Listed, item: ItemListed | null): Promised {
  if (subject.kind === 'project') {
    const { planWan = null, totalWan = null, monthlyPercent: curve = null } = item?.project ?? {}
    return { ...NOTHING, kind: 'project', planWan, totalWan, curve }
  }
  const { unit, basis, value } = subject.doc
  const yearValue = item?.target?.yearValue?.value ?? null
  const baseline = item?.target?.baseline?.value ?? subject.doc.baseline?.value ?? null
  return { ...NOTHING, kind: 'target', unit, basis, targetValue: yearValue ?? value, yearValue, baseline }
}
