'use client'

import type { Entry } from '@lianxi/schema/commands/entry'
import type { Other } from '@/features/draft/working'
import { Notice } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { EntrySaid } from './entry-said'
import f from './form.module.css'

type Props = { other: Other; mine: Entry; unit: string | null; keepMine: () => void; takeTheirs: () => void }

/** Two people on one report: both texts stand side by side, and a person decides. */
export function Conflict({ other, mine, unit, keepMine, takeTheirs }: Props) {
  return (
    <div role="alert">
      <Notice bad>
        {other.by ?? '同事'} 已于 {minuteOf(other.at)} 保存了新的内容，与您填写的不同。请选择以哪份为准，两份都还在。
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
            <button type="button" className="small" onClick={keepMine}>
              用我的继续填
            </button>
          </section>
        </div>
      </Notice>
    </div>
  )
}
