'use client'

import type { MeetingDocument, MeetingLine } from '@lianxi/schema/views/meeting'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import { FieldLine } from '@/features/ui/field-line'
import { SelectField } from '@/features/ui/select-field'
import { fieldMinuteOf } from '@/features/ui/format'
import { Field } from '@/features/year-list/fields'
import { documentWords } from './facts'

const MINUTE = /^20[0-5]\d-\d\d-\d\dT\d\d:\d\d$/

type RecordProps = { zone: string; documents: MeetingDocument[]; now: string; old?: MeetingLine }

const typedOf = (old: MeetingLine | undefined) => ({
  ...{ title: old?.title ?? '', heldAt: old === undefined ? '' : fieldMinuteOf(old.heldAt), place: old?.place ?? '' },
  ...{ minutes: old?.minutes?.code ?? '', note: old?.note ?? '' },
})
type Typed = ReturnType<typeof typedOf>
type FieldsProps = Pick<RecordProps, 'documents' | 'now'> & {
  typed: Typed
  change: (part: Partial<Typed>) => void
  fault: (field: string) => string | undefined
}

function Fields({ documents, now, typed, change, fault }: FieldsProps) {
  const none = { value: '', label: '尚无（纪要在“规划”页录入后再关联）' }
  return (
    <>
      <Field
        label="会议名称"
        required
        value={typed.title}
        onChange={(title) => change({ title })}
        fault={fault('title')}
      />
      <FieldLine label="召开时间" fault={fault('heldAt')}>
        {(tied) => (
          <input
            {...tied}
            type="datetime-local"
            min="2000-01-01T00:00"
            max={fieldMinuteOf(now)}
            required
            value={typed.heldAt}
            onChange={(event) => change({ heldAt: event.target.value })}
          />
        )}
      </FieldLine>
      <Field label="地点" value={typed.place} onChange={(place) => change({ place })} />
      <SelectField
        label="会议纪要"
        value={typed.minutes}
        choices={[none, ...documents.map((one) => ({ value: one.code, label: documentWords(one) }))]}
        fault={fault('minutes')}
        onChange={(minutes) => change({ minutes })}
      />
      <ReasonField label="说明" required={false} value={typed.note} onChange={(note) => change({ note })} />
    </>
  )
}

/** Records a meeting that was held, or puts its entry right. */
export function RecordForm({ zone, documents, now, old }: RecordProps) {
  const isNew = old === undefined
  const title = isNew ? '登记会议' : '更正登记'
  const words = { form: title, of: old?.seen ?? zone, field: 'note' } as const
  const { deed, typed, change } = useWordedDeed(typedOf(old), words)
  const press = () => {
    const minutes = typed.minutes === '' ? null : typed.minutes
    const record = { type: 'record' as const, code: old?.code ?? null, seen: old?.seen ?? null, ...typed, minutes }
    const command = { zone, deed: record }
    const call = (idempotencyKey: string) => api.meeting.say.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, isNew ? '已登记，片刻后列出。' : '已更正，片刻后生效。')
  }
  return (
    <RecordBox
      title={title}
      press={isNew ? '登记' : '更正'}
      deed={deed}
      blocked={typed.title.trim() === '' || !MINUTE.test(typed.heldAt)}
      onPress={press}
    >
      <Fields {...{ documents, now, typed, change }} fault={(name) => faultOf(deed, name)} />
    </RecordBox>
  )
}

/** Takes an entry back that was a mistake. */
export function StrikeForm({ zone, meeting: { code, seen } }: { zone: string; meeting: MeetingLine }) {
  const title = '撤销登记'
  const { deed, typed, change } = useWordedDeed({ reason: '' }, { form: title, of: code, field: 'reason' })
  const press = () => {
    const command = { zone, deed: { type: 'strike' as const, code, seen, reason: typed.reason } }
    const call = (idempotencyKey: string) => api.meeting.say.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, '已撤销，片刻后不再列出。')
  }
  return (
    <RecordBox title={title} press="撤销" deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="撤销原因" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}
