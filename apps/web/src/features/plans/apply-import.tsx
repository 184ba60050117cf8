'use client'

import { useState } from 'react'
import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import { useDeed } from '@/features/command/use-deed'
import { Said } from '@/features/command/said'
import { api } from '@/features/live/client'
import s from './plans.module.css'

/** Imports all of it or nothing; warnings want one tick that they were looked at. */
export function ApplyImport({ view }: { view: PlanImportView }) {
  const deed = useDeed()
  const [warningsSeen, setWarningsSeen] = useState(false)
  const { zone, id, seen, counts, running } = view
  const total = counts.added + counts.changed
  const apply = () => {
    const command = { zone: zone.code, id, seen, warningsSeen }
    void deed.run(
      command,
      (idempotencyKey) => api.plan.applyImport.mutate({ ...command, idempotencyKey }),
      '已提交导入。',
    )
  }
  if (counts.errors > 0) {
    return <p className="bad">有 {counts.errors} 处错误，没有导入任何内容。请改正原表后重新上传，或调整列的对应。</p>
  }
  // Nothing read is not nothing new.
  if (counts.rows === 0) {
    return <p className="bad">没有读到任何内容：请在下面“列的对应”中写明每张表是什么、表头在第几行，再按此重新读取。</p>
  }
  if (total === 0) return <p>文件与系统中的内容相同，没有需要导入的。</p>
  return (
    <div className={s.actions}>
      {counts.warnings === 0 ? null : (
        <label>
          <input type="checkbox" checked={warningsSeen} onChange={(event) => setWarningsSeen(event.target.checked)} />
          已核对 {counts.warnings} 条提示
        </label>
      )}
      <button
        type="button"
        className="primary"
        disabled={deed.busy || (counts.warnings > 0 && !warningsSeen)}
        onClick={apply}
      >
        {deed.busy ? '正在导入……' : `导入 ${total} 条`}
      </button>
      {running ? <span className="warned">上一次导入正在入库，请稍候刷新。</span> : null}
      <Said deed={deed} />
    </div>
  )
}
