'use client'

import { useState } from 'react'
import { SubjectCode } from '@lianxi/schema/codes'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { ReasonField } from '@/features/command/reason-field'
import { Field } from '@/features/year-list/fields'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

/** For what the names do not show: another listing by its code. */
export function MergeOther({ project }: { project: LibraryProject }) {
  const { deed, record } = useLibraryDeed(project)
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const [basis, setBasis] = useState('')
  const typed = SubjectCode.safeParse(code.trim().toUpperCase())
  const press = () => {
    if (!typed.success) return
    void record(undefined, { type: 'merge', code: typed.data, into: project.code, reason, basis }, '已合并。')
  }
  return (
    <RecordBox
      title="并入其他登记"
      press="并入本项目"
      deed={deed}
      blocked={!typed.success || reason.trim() === ''}
      onPress={press}
    >
      <Field
        label="项目编号"
        value={code}
        onChange={setCode}
        fault={code === '' || typed.success ? undefined : '请填写项目编号，如 PX-145-P251。'}
      />
      <ReasonField label="合并理由" value={reason} onChange={setReason} />
      <Field label="依据（会议或文号）" value={basis} onChange={setBasis} />
    </RecordBox>
  )
}
