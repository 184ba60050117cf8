'use client'

import { decimalFigure } from '@lianxi/domain/report/read-figure'
import type { TargetAim } from '@lianxi/schema/events/revisions'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { Field } from '@/features/year-list/fields'
import { ProposalFields } from './proposal-fields'
import { ProposalWords } from './proposal-words'
import { PROPOSE } from './titles'
import { type Revised, useRevising, yearField, yearFields, yearOf, yearsBetween } from './use-revising'

type Props = {
  about: Revised
  aim: TargetAim
  unit: string | null
  standing: number
  year: string
  rule: string[] | null
}

type Proposed = Record<'value' | 'valueHigh' | 'targetYear' | 'fromYear' | 'reason' | 'document', string> &
  Record<string, string>

function useProposing({ about, aim, standing, year }: Props) {
  const kept = aim.yearly.flatMap((one): [number, string][] =>
    one.year >= Number(year) ? [[one.year, one.value]] : [],
  )
  const start: Proposed = {
    ...{ value: aim.value, valueHigh: aim.valueHigh ?? '', targetYear: String(aim.targetYear), fromYear: year },
    ...{ reason: '', document: '', ...yearFields(kept) },
  }
  const revising = useRevising(about, start, { form: PROPOSE, of: about.subject })
  const { typed, say, read } = revising
  const years = yearsBetween(typed.fromYear, typed.targetYear)
  const press = () => {
    const value = read('value', decimalFigure(typed.value))
    const valueHigh = read('valueHigh', decimalFigure(typed.valueHigh))
    const targetYear = read('targetYear', yearOf(typed.targetYear))
    const fromYear = read('fromYear', yearOf(typed.fromYear))
    const yearly = years.map((of) => ({ year: of, value: read('yearly', decimalFigure(typed[yearField(of)] ?? '')) }))
    if (typeof value !== 'string' || valueHigh === undefined || !targetYear || !fromYear) return
    const said = yearly.flatMap(({ year: of, value: ofYear }) => (ofYear ? [{ year: of, value: ofYear }] : []))
    if (yearly.some((one) => one.value === undefined)) return
    const words = { reason: typed.reason, document: typed.document, expectedRevision: standing }
    const deed = { type: 'propose-target' as const, value, valueHigh, targetYear, fromYear, yearly: said, ...words }
    void say(deed, '修订建议已提出，片刻后列出；批准以前现行目标不变。')
  }
  return { ...revising, years, press }
}

/** Proposes another value, another year, or other single years; what is not changed stays. */
export function ProposeTargetForm(props: Props) {
  const { deed, typed, change, years, press } = useProposing(props)
  const { aim, unit, rule } = props
  const range = aim.valueHigh !== null
  const of = unit === null ? '' : `（${unit}）`
  const blocked = [typed.value, typed.targetYear, typed.fromYear, typed.reason, typed.document].some(
    (one) => one.trim() === '',
  )
  return (
    <RecordBox title={PROPOSE} press="提出建议" deed={deed} blocked={blocked} onPress={press}>
      <ProposalWords rule={rule} />
      <Field
        {...{ label: range ? `下限${of}` : `修订后目标值${of}`, numeric: true, fault: faultOf(deed, 'value') }}
        value={typed.value}
        onChange={(value) => change({ value })}
      />
      {range ? (
        <Field
          {...{ label: `上限${of}`, numeric: true, value: typed.valueHigh, fault: faultOf(deed, 'valueHigh') }}
          onChange={(valueHigh) => change({ valueHigh })}
        />
      ) : null}
      <Field
        {...{ label: '目标年', numeric: true, value: typed.targetYear, fault: faultOf(deed, 'targetYear') }}
        onChange={(targetYear) => change({ targetYear })}
      />
      <ProposalFields {...{ deed, typed, change, years }} nameOf={(year) => `${year}年${of}`} />
    </RecordBox>
  )
}
