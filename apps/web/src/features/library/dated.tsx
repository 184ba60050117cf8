'use client'

import { faultOf, type useDeed } from '@/features/command/use-deed'
import { Field } from '@/features/year-list/fields'

/** What every record carries: the day, the document's number and a note. */
export type Dated = { on: string; document: string; note: string }
export const datedOn = (today: string): Dated => ({ on: today, document: '', note: '' })

type Props = { typed: Dated; change: (part: Partial<Dated>) => void; today: string; deed: ReturnType<typeof useDeed> }

export function DatedFields({ typed, change, today, deed }: Props) {
  return (
    <>
      <Field
        {...{ label: '日期', type: 'date', max: today, value: typed.on, fault: faultOf(deed, 'on') }}
        onChange={(on) => change({ on })}
      />
      <Field label="文号" value={typed.document} onChange={(document) => change({ document })} />
      <Field label="说明" value={typed.note} onChange={(note) => change({ note })} />
    </>
  )
}
