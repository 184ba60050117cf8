'use client'

import type { Entry } from '@lianxi/schema/commands/entry'
import type { Other } from '@/features/draft/working'
import { Notice } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { EntrySaid } from './entry-said'
import f from './form.module.css'

type Props = { other: Other; mine: Entry; unit: string | null; keepMine: () => void; takeTheirs: () => void }

/** What happened meanwhile; what has gone out can be changed only after somebody brought it back. */
function happened({ state, by, at }: Other): { words: string; gone: boolean } {
  const [who, when] = [by ?? '同事', minuteOf(at)]
  switch (state) {
    case 'submitted':
      return {
        words: `${who} 已于 ${when} 提交审核。要修改的，请 ${who} 撤回，或由审核人退回；您填写的内容留在本机。`,
        gone: true,
      }
    case 'published':
      return { words: `这条填报已于 ${when} 审核通过并报送。要修改的，请点“更正”；您填写的内容留在本机。`, gone: true }
    case 'draft':
    case 'sent-back':
    case 'returned':
      return {
        words: `${who} 已于 ${when} 保存了新的内容，与您填写的不同。请选择以哪份为准，两份都还在。`,
        gone: false,
      }
    default:
      return state satisfies never
  }
}

/** Two people on one report: both texts stand side by side, and a person decides. */
export function Conflict({ other, mine, unit, keepMine, takeTheirs }: Props) {
  const { words, gone } = happened(other)
  return (
    <div role="alert">
      <Notice bad>
        {words}
        <div className={f.both}>
          <section aria-label="对方的内容">
            <b>{other.by ?? '同事'}的内容</b>
            {other.theirs === null ? <p>（空）</p> : <EntrySaid entry={other.theirs} unit={unit} />}
            <button type="button" className="small" onClick={takeTheirs}>
              改用这份
            </button>
          </section>
          <section aria-label="您的内容">
            <b>您的内容</b>
            <EntrySaid entry={mine} unit={unit} />
            {gone ? null : (
              <button type="button" className="small" onClick={keepMine}>
                用我的继续填
              </button>
            )}
          </section>
        </div>
      </Notice>
    </div>
  )
}
