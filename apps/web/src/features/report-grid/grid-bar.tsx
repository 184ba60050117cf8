import { TroubleNote } from '@/features/command/trouble-note'
import { Notice } from '@/features/shell/page-head'
import { secondOf } from '@/features/ui/format'
import s from './grid.module.css'
import type { Come, Deed, useSend } from './use-send'

const WORDS = { save: '已存草稿', submit: '已提交审核' } satisfies Record<Deed, string>
const STAY = {
  save: '没有存：有放不进栏目的内容，或与他人的改动冲突，见各行说明。所填内容留在本机。',
  submit: '没有提交：有错误、提示待说明或与他人的改动冲突，见各行说明。所填内容都还在。',
} satisfies Record<Deed, string>

const named = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等` : names.join('、')

function Came({ come }: { come: Come }) {
  const { deed, at, done, kept, refused } = come
  return (
    <>
      {WORDS[deed]} {done} 项 {secondOf(at)}
      {kept.length === 0 ? null : (
        <Notice bad>
          {kept.length} 项（{named(kept)}）{STAY[deed]}
        </Notice>
      )}
      {refused.length === 0 ? null : (
        <Notice bad>
          未能办理 {refused.length} 项：{refused.join('；')}
        </Notice>
      )}
    </>
  )
}

type Props = { sending: ReturnType<typeof useSend>; run: (deed: Deed) => void; unsaved: number; begun: number }

/** What sends the whole grid, what came of it, and the keys. */
export function GridBar({ sending, run, unsaved, begun }: Props) {
  const { busy, come, trouble, last } = sending
  return (
    <div className={`${s.bar ?? ''} no-print`}>
      <div className={s.buttons}>
        <button type="button" className="primary" disabled={busy || begun === 0} onClick={() => run('submit')}>
          全部提交审核（{begun}）
        </button>
        <button type="button" disabled={busy || unsaved === 0} onClick={() => run('save')}>
          全部存草稿（{unsaved}）
        </button>
        <small role="status">
          {come === undefined ? unsaved === 0 ? '' : `${unsaved} 项有改动未存，本机已留存` : <Came come={come} />}
        </small>
      </div>
      <TroubleNote trouble={trouble} retry={() => run(last)} />
    </div>
  )
}

export function Keys() {
  return (
    <p className={`${s.keys ?? ''} note no-print`}>
      <kbd>Enter</kbd> 下一行，到底转下一栏 <kbd>Tab</kbd> 右一栏 <kbd>Shift</kbd> 加前两键退回 <kbd>↑↓←→</kbd> 移动{' '}
      <kbd>Alt Enter</kbd> 换行 <kbd>Esc</kbd> 恢复原值 <kbd>Ctrl D</kbd> 同上一行 <kbd>Ctrl Z</kbd> 撤销{' '}
      <kbd>Ctrl Enter</kbd> 全部存草稿 <kbd>Ctrl Shift Enter</kbd> 全部提交审核。可从 Excel、WPS 复制一片单元格粘贴。
    </p>
  )
}
