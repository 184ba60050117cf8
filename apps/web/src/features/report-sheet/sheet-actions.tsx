'use client'

import { useState } from 'react'
import type { ReportSheetView } from '@lianxi/schema/views/report-sheet'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import { Notice } from '@/features/shell/page-head'
import { markedHref } from './links'
import s from './report-sheet.module.css'
import { type Come, useRows } from './use-rows'

function Came({ come, busy, stop }: { come: Come; busy: boolean; stop: () => void }) {
  const { word, total, done, refused } = come
  return (
    <>
      {busy ? (
        <>
          <progress max={total} value={done + refused.length} aria-label={word} />
          <button type="button" className="small" onClick={stop}>
            停止
          </button>
        </>
      ) : null}
      <div role="status">
        {word} {done} / {total} 条
        {busy || refused.length === 0 ? null : (
          <Notice bad>
            未能办理 {refused.length} 条：
            {refused
              .slice(0, 20)
              .map(({ subject, message }) => `${subject}：${message}`)
              .join('；')}
          </Notice>
        )}
      </div>
    </>
  )
}

/** What can be done with an upload: its good rows become drafts, the bad ones come back, drafts are submitted at once. */
export function SheetActions({ view }: { view: ReportSheetView }) {
  const rows = useRows()
  const [overwrite, setOverwrite] = useState(false)
  const { zone, region, id, ready, conflicts, drafts, counts } = view
  const office = { zone, region: region.code }
  const saved = overwrite ? [...ready, ...conflicts] : ready
  const save = () =>
    void rows.run('已存草稿', saved, (part, idempotencyKey) =>
      api.office.sheet.saveRows.mutate({ ...office, id, idempotencyKey, rows: part }),
    )
  const submit = () =>
    void rows.run('已提交审核', drafts, (part, idempotencyKey) =>
      api.report.submitDrafts.mutate({ ...office, idempotencyKey, reports: part }),
    )
  return (
    <div className={s.actions}>
      {conflicts.length === 0 ? null : (
        <label>
          <input type="checkbox" checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)} />
          已核对，{conflicts.length} 条冲突的以表中内容为准
        </label>
      )}
      <button type="button" className="primary" disabled={rows.busy || saved.length === 0} onClick={save}>
        存为草稿（{saved.length}）
      </button>
      <button type="button" disabled={rows.busy || drafts.length === 0} onClick={submit}>
        全部提交审核（{drafts.length}）
      </button>
      {counts.faulty + counts.conflict + counts.asking === 0 ? null : (
        <a className="link" href={markedHref({ zone, region: region.code, id })} download>
          下载有问题的行（Excel，原因批注在单元格上）
        </a>
      )}
      {rows.come === undefined ? null : <Came come={rows.come} busy={rows.busy} stop={rows.stop} />}
      <TroubleNote trouble={rows.trouble} />
    </div>
  )
}
