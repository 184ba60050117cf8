'use client'

import { wanFigure } from '@lianxi/domain/report/read-figure'
import type { ProjectAim } from '@lianxi/schema/events/revisions'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { Field } from '@/features/year-list/fields'
import { ProposalFields } from './proposal-fields'
import { ProposalWords } from './proposal-words'
import { PROPOSE } from './titles'
import { type Revised, useRevising, yearField, yearFields, yearOf, yearsBetween } from './use-revising'

type Props = { about: Revised; aim: ProjectAim; standing: number; year: string; rule: string[] | null }

const typedOf = (figure: number | null): string => (figure === null ? '' : String(figure))

type Proposed = Record<'total' | 'start' | 'end' | 'fromYear' | 'reason' | 'document', string> & Record<string, string>

function useProposing({ about, aim, standing, year }: Props) {
  const kept = aim.yearly.flatMap((one): [number, string][] =>
    one.year >= Number(year) ? [[one.year, String(one.planWan)]] : [],
  )
  const start: Proposed = {
    ...{ total: typedOf(aim.investmentWan), start: typedOf(aim.startYear), end: typedOf(aim.endYear) },
    ...{ fromYear: year, reason: '', document: '', ...yearFields(kept) },
  }
  const revising = useRevising(about, start, { form: PROPOSE, of: about.subject })
  const { typed, say, read } = revising
  const end = yearOf(typed.end)
  // The last year is one of the project's own.
  const years = yearsBetween(typed.fromYear, end.ok && end.figure !== null ? String(end.figure + 1) : '')
  const press = () => {
    const investmentWan = read('investmentWan', wanFigure(typed.total))
    const startYear = read('startYear', yearOf(typed.start))
    const endYear = read('endYear', end)
    const fromYear = read('fromYear', yearOf(typed.fromYear))
    const yearly = years.map((of) => ({ year: of, planWan: read('yearly', wanFigure(typed[yearField(of)] ?? '')) }))
    if (investmentWan === undefined || startYear === undefined || endYear === undefined || !fromYear) return
    if (yearly.some(({ planWan }) => planWan === undefined)) return
    const said = yearly.flatMap(({ year: of, planWan }) => (typeof planWan === 'number' ? [{ year: of, planWan }] : []))
    const words = { reason: typed.reason, document: typed.document, expectedRevision: standing }
    const deed = {
      type: 'propose-project' as const,
      investmentWan,
      startYear,
      endYear,
      fromYear,
      yearly: said,
      ...words,
    }
    void say(deed, '修订建议已提出，片刻后列出；批准以前规划所述不变。')
  }
  return { ...revising, years, press }
}

/** Proposes another total, other years, or other yearly plans; what is not changed stays. */
export function ProposeProjectForm(props: Props) {
  const { deed, typed, change, years, press } = useProposing(props)
  const blocked = [typed.fromYear, typed.reason, typed.document].some((one) => one.trim() === '')
  return (
    <RecordBox title={PROPOSE} press="提出建议" deed={deed} blocked={blocked} onPress={press}>
      <ProposalWords rule={props.rule} />
      <Field
        {...{ label: '总投资（万元）', numeric: true, value: typed.total, fault: faultOf(deed, 'investmentWan') }}
        onChange={(total) => change({ total })}
      />
      <Field
        {...{ label: '开工年', numeric: true, value: typed.start, fault: faultOf(deed, 'startYear') }}
        onChange={(start) => change({ start })}
      />
      <Field
        {...{ label: '完工年', numeric: true, value: typed.end, fault: faultOf(deed, 'endYear') }}
        onChange={(end) => change({ end })}
      />
      <ProposalFields {...{ deed, typed, change, years }} nameOf={(year) => `${year}年计划（万元）`} />
    </RecordBox>
  )
}
