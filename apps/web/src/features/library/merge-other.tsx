'use client'

import { SubjectCode } from '@lianxi/schema/codes'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { ReasonField } from '@/features/command/reason-field'
import { Field } from '@/features/year-list/fields'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

const MERGE = '并入其他登记'

/** For what the names do not show: another listing by its code. */
export function MergeOther({ project }: { project: LibraryProject }) {
  const start = { code: '', reason: '', basis: '' }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: MERGE, of: project.code }, start)
  const { code, reason, basis } = typed
  const read = SubjectCode.safeParse(code.trim().toUpperCase())
  const press = () => {
    if (!read.success) return
    void record(undefined, { type: 'merge', code: read.data, into: project.code, reason, basis }, '已合并。')
  }
  return (
    <RecordBox
      title={MERGE}
      press="并入本项目"
      deed={deed}
      blocked={!read.success || reason.trim() === ''}
      onPress={press}
    >
      <Field
        label="项目编号"
        value={code}
        onChange={(said) => change({ code: said })}
        fault={code === '' || read.success ? undefined : '请填写项目编号，如 PX-145-P251。'}
      />
      <ReasonField label="合并理由" value={reason} onChange={(said) => change({ reason: said })} />
      <Field label="依据（会议或文号）" value={basis} onChange={(said) => change({ basis: said })} />
    </RecordBox>
  )
}
