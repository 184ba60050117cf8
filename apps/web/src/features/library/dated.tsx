'use client'

import { useState } from 'react'
import { faultOf, type useDeed } from '@/features/command/use-deed'
import { Field } from '@/features/year-list/fields'

/** What every record carries: the day, the document's number and a note. */
export function useDated(today: string) {
  const [on, setOn] = useState(today)
  const [document, setDocument] = useState('')
  const [note, setNote] = useState('')
  return { on, setOn, document, setDocument, note, setNote, said: { on, document, note } }
}

type Props = { dated: ReturnType<typeof useDated>; today: string; deed: ReturnType<typeof useDeed> }

export function DatedFields({ dated, today, deed }: Props) {
  return (
    <>
      <Field label="日期" type="date" max={today} value={dated.on} onChange={dated.setOn} fault={faultOf(deed, 'on')} />
      <Field label="文号" value={dated.document} onChange={dated.setDocument} />
      <Field label="说明" value={dated.note} onChange={dated.setNote} />
    </>
  )
}
