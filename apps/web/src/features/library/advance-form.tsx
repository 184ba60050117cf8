'use client'

import { useState } from 'react'
import { isBelow } from '@lianxi/domain/project/library'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { rung as rungs, type Rung } from '@lianxi/schema/library-vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { Choice } from '@/features/year-list/fields'
import { DatedFields, useDated } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

/** The rung after the one it stands on is what is mostly recorded. */
function nextOf(standing: Rung | null): Rung {
  const at = standing === null ? 0 : Math.min(rungs.words.indexOf(standing) + 1, rungs.words.length - 1)
  return rungs.words[at] ?? 'reserve'
}

/** Moves a project up the ladder, or back with a reason. */
export function AdvanceForm({ project }: { project: LibraryProject }) {
  const { deed, record } = useLibraryDeed(project)
  const standing = project.rung?.rung ?? null
  const [rung, setRung] = useState<Rung>(nextOf(project.standing?.rung ?? null))
  const [reason, setReason] = useState('')
  const dated = useDated(project.today)
  const back = standing !== null && isBelow(rung, standing)
  const press = () => {
    const told = { type: 'advance' as const, code: project.code, rung, reason: back ? reason : '', ...dated.said }
    void record(project.seen, told, '已登记。')
  }
  return (
    <RecordBox title="登记阶段变更" press={back ? '退回' : '登记'} deed={deed} onPress={press}>
      <Choice label="进入阶段" value={rung} options={rungs} onChange={setRung} />
      <DatedFields dated={dated} today={project.today} deed={deed} />
      {back ? (
        <ReasonField label="退回原因" value={reason} onChange={setReason} error={faultOf(deed, 'reason')} />
      ) : null}
    </RecordBox>
  )
}
