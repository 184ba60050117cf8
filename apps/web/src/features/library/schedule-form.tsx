'use client'

import type { LibraryProject } from '@lianxi/schema/views/library'
import { Field } from '@/features/year-list/fields'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

const MONTH = /^$|^20[0-5]\d-(0[1-9]|1[0-2])$/
/** Months are typed: a month picker is missing in part of the offices' browsers. */
const monthFault = (typed: string): string | undefined => (MONTH.test(typed) ? undefined : '请填写年月，如 2026-03。')

const SCHEDULE = '登记开工、投产计划'

/** Planned start and completion; they roll on from year to year. A year of the plan is only a beginning. */
export function ScheduleForm({ project }: { project: LibraryProject }) {
  const { schedule, code, seen } = project
  const known = schedule.recorded ? schedule : { startIn: '', completeIn: '' }
  const start = { startIn: known.startIn ?? '', completeIn: known.completeIn ?? '', note: '' }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: SCHEDULE, of: code }, start)
  const { startIn, completeIn, note } = typed
  const wrong = monthFault(startIn) ?? monthFault(completeIn)
  const press = () => {
    if (wrong !== undefined) return
    void record(seen, { type: 'schedule', code, startIn, completeIn, note }, '已登记。')
  }
  const refusal = faultOf(deed, 'completeIn')
  return (
    <RecordBox title={SCHEDULE} press="登记计划" deed={deed} blocked={wrong !== undefined} onPress={press}>
      <Field
        label="计划开工年月"
        value={startIn}
        onChange={(month) => change({ startIn: month })}
        fault={monthFault(startIn)}
      />
      <Field
        label="计划投产年月"
        value={completeIn}
        onChange={(month) => change({ completeIn: month })}
        fault={monthFault(completeIn) ?? refusal}
      />
      <Field label="说明" value={note} onChange={(said) => change({ note: said })} />
    </RecordBox>
  )
}
