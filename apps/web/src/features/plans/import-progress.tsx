'use client'

import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import { useRedrawWhile } from '@/features/live/redraw'
import { minuteOf } from '@/features/ui/format'
import s from './plans.module.css'

/** How far an import has come: told until the worker has put the last line on the board. */
export function ImportProgress({ applied }: { applied: NonNullable<PlanImportView['applied']> }) {
  const { at, by, total, done, parked } = applied
  const open = done + parked < total
  useRedrawWhile(open)
  return (
    <div className={s.actions}>
      <progress className={s.progress} max={total} value={done} aria-label="入库进度" />
      <span role="status">
        {open ? `正在入库：${done} / ${total}` : `已全部入库：${done} 条`}
        {parked > 0 ? `；${parked} 条未能入库，请联系系统管理员` : ''}
      </span>
      <span className="note">
        {minuteOf(at)} {by} 导入
      </span>
    </div>
  )
}
