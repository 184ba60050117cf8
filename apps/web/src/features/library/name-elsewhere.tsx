'use client'

import { useState } from 'react'
import { SubjectCode } from '@lianxi/schema/codes'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { Choice, Field, named } from '@/features/year-list/fields'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

/** For what the names do not show: a listing of another zone by its code. */
export function NameElsewhere({ project }: { project: LibraryProject }) {
  const { deed, record } = useLibraryDeed(project)
  const [otherZone, setOtherZone] = useState(project.otherZones[0]?.code ?? '')
  const [other, setOther] = useState('')
  const [reason, setReason] = useState('')
  const typed = SubjectCode.safeParse(other.trim().toUpperCase())
  const press = () => {
    if (!typed.success) return
    const pair = { code: project.code, otherZone, other: typed.data }
    void record(project.seen, { type: 'find-elsewhere', ...pair, finding: 'same', reason }, '已登记。')
  }
  const shape = other === '' || typed.success ? undefined : '请填写项目编号，如 CN-145-P253。'
  return (
    <RecordBox
      title="按编号认定外区同一项目"
      press="认定为同一项目"
      deed={deed}
      blocked={!typed.success || reason.trim() === ''}
      onPress={press}
    >
      <Choice label="对方经济区" value={otherZone} options={named(project.otherZones)} onChange={setOtherZone} />
      <Field label="对方项目编号" value={other} onChange={setOther} fault={shape ?? faultOf(deed, 'other')} />
      <ReasonField label="认定理由" value={reason} onChange={setReason} />
    </RecordBox>
  )
}
