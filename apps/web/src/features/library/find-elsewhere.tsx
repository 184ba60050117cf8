'use client'

import type { ElsewhereListing, LibraryProject } from '@lianxi/schema/views/library'
import type { SamenessFinding } from '@lianxi/schema/library-vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import f from '@/features/office/form.module.css'
import s from './library.module.css'
import { useLibraryDeed } from './use-library-deed'

/** What this zone says of the pair; what it says already is not offered. */
export function FindElsewhere({ project, listing }: { project: LibraryProject; listing: ElsewhereListing }) {
  const { of, zone, code: other, seen } = listing
  const form = { form: '认定外区同一项目', of: `${of} ${zone.code} ${other}` }
  const { deed, typed, change, record } = useLibraryDeed(project, form, { reason: '' })
  const { reason } = typed
  const said = listing.ours?.finding ?? 'withdrawn'
  const find = (finding: SamenessFinding) =>
    void record(seen, { type: 'find-elsewhere', code: of, otherZone: zone.code, other, finding, reason }, '已登记。')
  const choices = (
    [
      ['same', '是同一项目'],
      ['different', '不是同一项目'],
      ['withdrawn', '收回本区认定'],
    ] as const
  ).filter(([finding]) => finding !== said)
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>认定{deed.written ? '（已写，未发出）' : ''}</summary>
      <ReasonField label="认定理由" value={reason} onChange={(text) => change({ reason: text })} />
      <div className={f.row}>
        {choices.map(([finding, label]) => (
          <button
            key={finding}
            type="button"
            className={finding === 'same' ? 'primary' : undefined}
            disabled={deed.busy || reason.trim() === ''}
            onClick={() => find(finding)}
          >
            {label}
          </button>
        ))}
      </div>
      <Said deed={deed} />
    </details>
  )
}
