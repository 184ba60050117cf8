'use client'

import { useState } from 'react'
import { itemAnswer } from '@lianxi/schema/vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { useWordedDeed } from '@/features/command/use-typed-deed'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { api } from '@/features/live/client'
import type { DeedList } from './told'
import { LISTS } from './words'

const DELETE = '删除草稿清单'
/** What the contract takes: the reason travels in a notice. */
const MOST = 300

/** 认领 3 项、有异议 1 项; what nobody has answered is not counted. */
function answeredText(items: DeedList['items']): string {
  const counts = itemAnswer.words.flatMap((word) => {
    const count = items.filter(({ answer }) => answer === word).length
    return word === 'open' || count === 0 ? [] : [`${itemAnswer.labels[word]} ${count} 项`]
  })
  return counts.length === 0 ? '尚无答复' : counts.join('、')
}

/** What goes with the list, and who has seen it. */
function Goes({ list: { phase, items } }: { list: DeedList }) {
  const regions = [...new Set(items.map(({ region }) => region.shortName))].join('、')
  return (
    <p className="warned">
      删除后不能恢复：清单设定{items.length === 0 ? '' : `和 ${items.length} 项事项`}一并删去。
      {phase === 'draft'
        ? '清单尚未送出，别处没有它的内容。'
        : `清单已送${regions}征求意见（${answeredText(items)}），认领和异议随之作废，删除原因将通知各地统筹人。`}
      删去的内容和协商经过留存备查。
    </p>
  )
}

/** For a list begun by mistake; an adopted one stays. */
export function DeleteList({ list, name }: { list: DeedList; name: string }) {
  const told = list.phase !== 'draft'
  const words = { form: DELETE, of: list.code, field: 'reason' as const }
  const { deed, typed, change } = useWordedDeed({ reason: '' }, words)
  const [sure, setSure] = useState(false)
  const press = () => {
    const input = { zone: list.zone.code, list: list.code, expectedVersion: list.version, reason: typed.reason.trim() }
    const call = (idempotencyKey: string) => api.yearList.delete.mutate({ ...input, idempotencyKey })
    void deed.run(input, call, '清单已删除。', LISTS)
  }
  const blocked = !sure || (told && typed.reason.trim() === '')
  return (
    <RecordBox title={DELETE} press="删除清单" deed={deed} blocked={blocked} onPress={press}>
      <Goes list={list} />
      {told ? (
        <ReasonField
          {...{ label: '删除原因', limit: MOST, value: typed.reason, error: faultOf(deed, 'reason') }}
          onChange={(reason) => change({ reason })}
        />
      ) : null}
      <label>
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} /> 确认删除“{name}”
      </label>
    </RecordBox>
  )
}
