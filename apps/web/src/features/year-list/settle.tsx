'use client'

import { proposalText } from '@lianxi/domain/year-list/words'
import type { ListItemView } from '@lianxi/schema/views/year-list'
import { ReasonField } from '@/features/command/reason-field'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Said } from '@/features/command/said'
import { useKeptListDeed } from './use-list-deed'
import s from './year-list.module.css'
import type { FormList } from './told'

/** The drafter answers an objection or a question; what the region said stays on record either way. */
export function Settle({ list, item }: { list: FormList; item: ListItemView }) {
  const form = { form: '答复异议', of: item.code }
  const { deed, on, typed, change } = useKeptListDeed(list, form, { reason: '' })
  const { reason } = typed
  const press = (how: 'take' | 'ask-again' | 'keep') => {
    const settle = { ...on, item: item.code, expectedVersion: item.version, how, reason }
    void deed.run(settle, (idempotencyKey) => api.yearList.settle.mutate({ ...settle, idempotencyKey }), '已答复。')
  }
  const blocked = deed.busy || reason.trim() === ''
  return (
    <section className={s.answers} aria-label="答复异议">
      <p className="warned">
        {item.answer === 'asked' ? '疑问' : '异议'}：{item.said?.reason}
        {proposalText(item.said?.proposal ?? null)}（{item.said?.by}）
      </p>
      <ReasonField label="答复" value={reason} onChange={(text) => change({ reason: text })} />
      <div className={f.row}>
        {item.said?.proposal ? (
          <button type="button" disabled={blocked} onClick={() => press('take')}>
            采纳建议
          </button>
        ) : null}
        <button type="button" disabled={blocked} onClick={() => press('ask-again')}>
          答复并再次征求
        </button>
        <button type="button" disabled={blocked} onClick={() => press('keep')}>
          经协商按原内容
        </button>
      </div>
      <Said deed={deed} />
    </section>
  )
}
