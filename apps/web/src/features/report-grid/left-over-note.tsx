import { Notice } from '@/features/shell/page-head'
import s from './grid.module.css'
import type { LeftOver } from './place-block'
import { toTsv } from './tsv'

/** What was pasted and has no place in the grid: kept here, word for word, until it is put away. */
export function LeftOverNote({ left, forget }: { left: readonly LeftOver[]; forget: () => void }) {
  return (
    <div role="alert">
      {left.length === 0 ? null : (
        <Notice bad>
          粘贴的内容有一部分没有位置，原样列在这里，可以复制到别处：
          {left.map(({ why, cells }, index) => (
            <label key={index} className={s.left}>
              {why}
              <textarea readOnly rows={Math.min(6, cells.length)} value={toTsv(cells)} />
            </label>
          ))}
          <button type="button" className="small" onClick={forget}>
            知道了，收起
          </button>
        </Notice>
      )}
    </div>
  )
}
