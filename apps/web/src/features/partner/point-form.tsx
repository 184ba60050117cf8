'use client'

import { useState } from 'react'
import { SubjectCode } from '@lianxi/schema/codes'
import type { PartnershipView } from '@lianxi/schema/views/partner'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { useLibraryDeed } from '@/features/library/use-library-deed'
import { Field } from '@/features/year-list/fields'

/** The partner's zone says which listing of its own is this project: its reports there stand beside the owner's. */
export function PointForm({ zone, partnership }: { zone: string; partnership: PartnershipView }) {
  const { deed, record } = useLibraryDeed({ zone })
  const [code, setCode] = useState('')
  const typed = SubjectCode.safeParse(code.trim().toUpperCase())
  const press = () => {
    if (!typed.success) return
    const found = { finding: 'same' as const, reason: `合作项目：${partnership.name}` }
    const pair = { code: typed.data, otherZone: partnership.of.code, other: partnership.subject }
    void record(undefined, { type: 'find-elsewhere', ...pair, ...found }, '已指明，片刻后并列显示。')
  }
  const fault = code === '' || typed.success ? faultOf(deed, 'other') : '请填写本区项目编号，如 CN-145-P253。'
  return (
    <RecordBox title="指明本区对应的项目" press="指明" deed={deed} blocked={!typed.success} onPress={press}>
      <Field label="本区项目编号" value={code} onChange={setCode} fault={fault} />
    </RecordBox>
  )
}
