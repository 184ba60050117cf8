'use client'

import type { LibraryProject, LibrarySuspicion } from '@lianxi/schema/views/library'
import { Said } from '@/features/command/said'
import { ReasonField } from '@/features/command/reason-field'
import f from '@/features/office/form.module.css'
import s from './library.module.css'
import { useLibraryDeed } from './use-library-deed'
import { SAMENESS } from './words'

/** Answers one question: the other listing becomes part of this project, or the two are told apart for good. */
export function Sameness({ project, suspicion }: { project: LibraryProject; suspicion: LibrarySuspicion }) {
  const form = { form: SAMENESS, of: suspicion.code }
  const { deed, typed, change, record } = useLibraryDeed(project, form, { reason: '' })
  const { reason } = typed
  const blocked = deed.busy || reason.trim() === ''
  const merge = () => {
    const told = { type: 'merge' as const, code: suspicion.code, into: project.code, reason, basis: '' }
    void record(suspicion.seen, told, '已合并。')
  }
  const keepApart = () => {
    const told = { type: 'keep-apart' as const, code: suspicion.of, other: suspicion.code, reason }
    void record(undefined, told, '已记下，不再提示。')
  }
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>认定{deed.written ? '（已写，未发出）' : ''}</summary>
      <ReasonField label="认定理由" value={reason} onChange={(text) => change({ reason: text })} />
      <div className={f.row}>
        <button type="button" className="primary" disabled={blocked} onClick={merge}>
          是同一项目，并入本项目
        </button>
        <button type="button" disabled={blocked} onClick={keepApart}>
          不是同一项目
        </button>
      </div>
      <Said deed={deed} />
    </details>
  )
}
