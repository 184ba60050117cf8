'use client'

import type { CrossRegionLine } from '@lianxi/schema/views/cross-region'
import { disagreement } from '@lianxi/schema/vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from '@/features/library/record-box'
import { useWordedCrossing } from './use-crossing'
import { SETTLE } from './words'

type Props = { zone: string; line: Pick<CrossRegionLine, 'subject' | 'period' | 'open' | 'seen'> }

/** Settles what the regions say differently: of exactly what is shown, with the note that stands beside it. */
export function SettleForm({ zone, line }: Props) {
  const { subject, period, open, seen } = line
  const { deed, typed, change, say } = useWordedCrossing(
    { zone, subject },
    { what: open, note: '' },
    { form: SETTLE, of: period, field: 'note' },
  )
  const what = typed.what.filter((one) => open.includes(one))
  const press = () =>
    void say({ type: 'settle', period, what, seen, note: typed.note }, '已核定，片刻后列在各地所报旁。')
  return (
    <RecordBox
      title={SETTLE}
      press="核定"
      deed={deed}
      blocked={what.length === 0 || typed.note.trim() === ''}
      onPress={press}
    >
      <fieldset>
        <legend>核定哪些方面</legend>
        {open.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={what.includes(one)}
              onChange={(event) =>
                change({ what: event.target.checked ? [...what, one] : what.filter((other) => other !== one) })
              }
            />{' '}
            {disagreement.labels[one]}{' '}
          </label>
        ))}
      </fieldset>
      <ReasonField
        label="核定结论（以哪一地为准、为什么、下步怎么办）"
        value={typed.note}
        onChange={(note) => change({ note })}
      />
    </RecordBox>
  )
}
