'use client'

import type { OfficeForm } from '@lianxi/schema/views/office'
import { Notice } from '@/features/shell/page-head'
import { shortMinuteOf } from '@/features/ui/format'
import { EntrySaid } from './entry-said'
import { useWorking } from './use-working'

/** Words still kept in this browser though the report can no longer be written: shown, never silently dropped. */
export function LeftOver({ form, userId }: { form: OfficeForm; userId: string }) {
  const { mine, drop } = useWorking(form, userId)
  if (mine === null || mine.saved) return null
  return (
    <Notice>
      本机还留有您 {shortMinuteOf(mine.at)} 填写、没有提交的内容：
      <EntrySaid entry={mine.entry} unit={form.target?.unit ?? null} />
      <button type="button" className="small" onClick={drop}>
        不再需要，清除
      </button>
    </Notice>
  )
}
