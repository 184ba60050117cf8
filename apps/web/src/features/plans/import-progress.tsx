'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import { minuteOf } from '@/features/ui/format'
import s from './plans.module.css'

const LOOK_AGAIN_MS = 1000

/** How far an import has come: told until the worker has put the last line on the board. */
export function ImportProgress({ applied }: { applied: NonNullable<PlanImportView['applied']> }) {
  const router = useRouter()
  const { at, by, total, done, parked } = applied
  const open = done + parked < total
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [open, router])
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
