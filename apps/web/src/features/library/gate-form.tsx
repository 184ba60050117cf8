'use client'

import { useState } from 'react'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { gate as gates, type Gate, gateOutcome, type GateOutcome } from '@lianxi/schema/library-vocabulary'
import { Choice } from '@/features/year-list/fields'
import { DatedFields, useDated } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

export function GateForm({ project }: { project: LibraryProject }) {
  const { deed, record } = useLibraryDeed(project)
  const [gate, setGate] = useState<Gate>('consultancy')
  const [outcome, setOutcome] = useState<GateOutcome>('passed')
  const dated = useDated(project.today)
  const press = () =>
    void record(project.seen, { type: 'record-gate', code: project.code, gate, outcome, ...dated.said }, '已登记。')
  return (
    <RecordBox title="登记关口结论" press="登记结论" deed={deed} onPress={press}>
      <Choice label="关口" value={gate} options={gates} onChange={setGate} />
      <Choice label="结论" value={outcome} options={gateOutcome} onChange={setOutcome} />
      <DatedFields dated={dated} today={project.today} deed={deed} />
    </RecordBox>
  )
}
