'use client'

import type { RegionName } from '@lianxi/schema/views/common'
import type { HandoverView } from '@lianxi/schema/views/cross-region'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { Choice, Field, named } from '@/features/year-list/fields'
import { type Project, useCrossing, useWordedCrossing } from './use-crossing'

const DAY = /^20[0-5]\d-\d\d-\d\d$/

/** Agrees a new handover, or changes one that stands. */
export function AgreeForm({ project, regions, old }: { project: Project; regions: RegionName[]; old?: HandoverView }) {
  const [first = '', second = ''] = regions.map(({ code }) => code)
  const { deed, typed, change, say } = useCrossing(project, {
    ...{ giver: old?.giver.code ?? first, receiver: old?.receiver.code ?? second, what: old?.what ?? '' },
    ...{ dueOn: old?.dueOn ?? '', unlocks: old?.unlocks ?? '', basis: old?.basis ?? '' },
  })
  const options = named(regions)
  const complete = typed.what.trim() !== '' && typed.basis.trim() !== '' && DAY.test(typed.dueOn)
  const press = () =>
    void say(
      { type: 'agree', code: old?.code ?? null, seen: old?.seen ?? null, ...typed },
      old === undefined ? '已登记，片刻后列出。' : '已变更，片刻后生效。',
    )
  return (
    <RecordBox
      title={old === undefined ? '登记衔接节点' : '变更约定'}
      press={old === undefined ? '登记' : '变更'}
      deed={deed}
      blocked={!complete}
      onPress={press}
    >
      <Choice label="移交方" value={typed.giver} options={options} onChange={(giver) => change({ giver })} />
      <Choice label="接收方" value={typed.receiver} options={options} onChange={(receiver) => change({ receiver })} />
      <Field
        label="移交内容"
        value={typed.what}
        onChange={(what) => change({ what })}
        fault={faultOf(deed, 'receiver')}
      />
      <Field label="约定日期" type="date" value={typed.dueOn} onChange={(dueOn) => change({ dueOn })} />
      <Field label="完成后方可" value={typed.unlocks} onChange={(unlocks) => change({ unlocks })} />
      <Field label="约定依据" value={typed.basis} onChange={(basis) => change({ basis })} />
    </RecordBox>
  )
}

/** Says that it was handed over and when, or takes a wrong entry back. */
export function ReachForm({ project, handover, today }: { project: Project; handover: HandoverView; today: string }) {
  const { code, seen, reachedOn } = handover
  const { deed, typed, change, say } = useCrossing(project, { on: reachedOn ?? today, note: '' })
  const send = (day: string | null, done: string) =>
    void say({ type: 'reach', code, seen, reachedOn: day, note: typed.note }, done)
  if (reachedOn !== null)
    return (
      <RecordBox title="撤回完成登记" press="撤回" deed={deed} onPress={() => send(null, '已撤回，片刻后生效。')}>
        <Field label="说明" value={typed.note} onChange={(note) => change({ note })} />
      </RecordBox>
    )
  return (
    <RecordBox
      title="登记完成"
      press="登记完成"
      deed={deed}
      blocked={!DAY.test(typed.on)}
      onPress={() => send(typed.on, '已登记完成，片刻后生效。')}
    >
      <Field
        label="完成日期"
        type="date"
        max={today}
        value={typed.on}
        onChange={(on) => change({ on })}
        fault={faultOf(deed, 'reachedOn')}
      />
      <Field label="说明" value={typed.note} onChange={(note) => change({ note })} />
    </RecordBox>
  )
}

export function DropForm({ project, handover: { code, seen } }: { project: Project; handover: HandoverView }) {
  const { deed, typed, change, say } = useWordedCrossing(
    project,
    { reason: '' },
    { form: '取消节点', of: code, field: 'reason' },
  )
  const press = () => void say({ type: 'drop', code, seen, reason: typed.reason }, '已取消，片刻后生效。')
  return (
    <RecordBox title="取消节点" press="取消节点" deed={deed} blocked={typed.reason.trim() === ''} onPress={press}>
      <ReasonField label="取消原因" value={typed.reason} onChange={(reason) => change({ reason })} />
    </RecordBox>
  )
}
