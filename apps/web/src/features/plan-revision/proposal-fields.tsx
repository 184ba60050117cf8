'use client'

import { ReasonField } from '@/features/command/reason-field'
import { faultOf, type useDeed } from '@/features/command/use-deed'
import { Field } from '@/features/year-list/fields'

import { yearField } from './use-revising'

type Typed = { fromYear: string; reason: string; document: string } & Record<string, string>
type Props = {
  deed: ReturnType<typeof useDeed>
  typed: Typed
  change: (part: Partial<Typed>) => void
  years: readonly number[]
  /** `2026年计划（万元）`: what a single year is called. */
  nameOf: (year: number) => string
}

/** What every proposal says: from which year on, its single years, why, and by which document. */
export function ProposalFields({ deed, typed, change, years, nameOf }: Props) {
  return (
    <>
      <Field
        {...{ label: '自哪一年起', numeric: true, value: typed.fromYear, fault: faultOf(deed, 'fromYear') }}
        onChange={(fromYear) => change({ fromYear })}
      />
      {years.map((year, index) => (
        <Field
          key={year}
          {...{ label: nameOf(year), numeric: true, value: typed[yearField(year)] ?? '' }}
          fault={index === 0 ? faultOf(deed, 'yearly') : undefined}
          onChange={(value) => change({ [yearField(year)]: value })}
        />
      ))}
      <ReasonField label="修订原因" value={typed.reason} onChange={(reason) => change({ reason })} />
      <Field label="建议文件" required value={typed.document} onChange={(document) => change({ document })} />
    </>
  )
}
