'use client'

import { SubjectCode } from '@lianxi/schema/codes'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { Choice, Field, named } from '@/features/year-list/fields'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

const NAME = '按编号认定外区同一项目'

/** For what the names do not show: a listing of another zone by its code. */
export function NameElsewhere({ project }: { project: LibraryProject }) {
  const start = { otherZone: project.otherZones[0]?.code ?? '', other: '', reason: '' }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: NAME, of: project.code }, start)
  const { otherZone, other, reason } = typed
  const read = SubjectCode.safeParse(other.trim().toUpperCase())
  const press = () => {
    if (!read.success) return
    const pair = { code: project.code, otherZone, other: read.data }
    void record(project.seen, { type: 'find-elsewhere', ...pair, finding: 'same', reason }, '已登记。')
  }
  const shape = other === '' || read.success ? undefined : '请填写项目编号，如 CN-145-P253。'
  return (
    <RecordBox
      title={NAME}
      press="认定为同一项目"
      deed={deed}
      blocked={!read.success || reason.trim() === ''}
      onPress={press}
    >
      <Choice
        {...{ label: '对方经济区', value: otherZone, options: named(project.otherZones) }}
        onChange={(zone) => change({ otherZone: zone })}
      />
      <Field
        label="对方项目编号"
        value={other}
        onChange={(said) => change({ other: said })}
        fault={shape ?? faultOf(deed, 'other')}
      />
      <ReasonField label="认定理由" value={reason} onChange={(said) => change({ reason: said })} />
    </RecordBox>
  )
}
