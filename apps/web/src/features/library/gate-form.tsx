'use client'

import type { LibraryProject } from '@lianxi/schema/views/library'
import { gate as gates, type Gate, gateOutcome, type GateOutcome } from '@lianxi/schema/library-vocabulary'
import { Choice } from '@/features/year-list/fields'
import { type Dated, DatedFields, datedOn } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

const GATE = '登记关口结论'

export function GateForm({ project }: { project: LibraryProject }) {
  const { code, today, seen } = project
  const start: Dated & { gate: Gate; outcome: GateOutcome } = {
    ...{ gate: 'consultancy', outcome: 'passed', ...datedOn(today) },
  }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: GATE, of: code }, start)
  const press = () => void record(seen, { type: 'record-gate', code, ...typed }, '已登记。')
  return (
    <RecordBox title={GATE} press="登记结论" deed={deed} onPress={press}>
      <Choice label="关口" value={typed.gate} options={gates} onChange={(gate) => change({ gate })} />
      <Choice label="结论" value={typed.outcome} options={gateOutcome} onChange={(outcome) => change({ outcome })} />
      <DatedFields {...{ typed, change, today, deed }} />
    </RecordBox>
  )
}
