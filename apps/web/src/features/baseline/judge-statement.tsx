'use client'

import { useState } from 'react'
import type { StatementView } from '@lianxi/schema/views/baseline'
import { Said } from '@/features/command/said'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import { Field } from '@/features/year-list/fields'

/** Accepts exactly what is shown, or says why not. */
export function JudgeStatement({ zone, statement }: { zone: string; statement: StatementView }) {
  const { subject, region, asked, said } = statement
  const deed = useDeed()
  const [reason, setReason] = useState('')
  if (said === null) return null
  const judge = (accept: boolean) => {
    const about = { zone, region: region.code, subject, asked, statement: said.statement, accept, reason }
    const call = (idempotencyKey: string) => api.baseline.judge.mutate({ ...about, idempotencyKey })
    void deed.run(about, call, accept ? '已采用。' : '已退回，请该单位重报。')
  }
  return (
    <div>
      <button type="button" className="small" disabled={deed.busy} onClick={() => judge(true)}>
        采用
      </button>
      <details>
        <summary>不采用</summary>
        <Field label="原因" value={reason} onChange={setReason} />
        <button
          type="button"
          className="small"
          disabled={deed.busy || reason.trim() === ''}
          onClick={() => judge(false)}
        >
          不予采用
        </button>
      </details>
      <Said deed={deed} />
    </div>
  )
}
