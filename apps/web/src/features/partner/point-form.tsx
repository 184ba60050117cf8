'use client'

import { SubjectCode } from '@lianxi/schema/codes'
import type { PartnershipView } from '@lianxi/schema/views/partner'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { useLibraryDeed } from '@/features/library/use-library-deed'
import { Field } from '@/features/year-list/fields'

const POINT = '指明本区对应的项目'

/** The partner's zone says which listing of its own is this project: its reports there stand beside the owner's. */
export function PointForm({ zone, partnership }: { zone: string; partnership: PartnershipView }) {
  const form = { form: POINT, of: `${partnership.of.code} ${partnership.subject}` }
  const { deed, typed, change, record } = useLibraryDeed({ zone }, form, { code: '' })
  const read = SubjectCode.safeParse(typed.code.trim().toUpperCase())
  const press = () => {
    if (!read.success) return
    const found = { finding: 'same' as const, reason: `合作项目：${partnership.name}` }
    const pair = { code: read.data, otherZone: partnership.of.code, other: partnership.subject }
    void record(undefined, { type: 'find-elsewhere', ...pair, ...found }, '已指明，片刻后并列显示。')
  }
  const fault = typed.code === '' || read.success ? faultOf(deed, 'other') : '请填写本区项目编号，如 CN-145-P253。'
  return (
    <RecordBox title={POINT} press="指明" deed={deed} blocked={!read.success} onPress={press}>
      <Field label="本区项目编号" value={typed.code} onChange={(code) => change({ code })} fault={fault} />
    </RecordBox>
  )
}
