'use client'

import { isBelow } from '@lianxi/domain/project/library'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { rung as rungs, type Rung } from '@lianxi/schema/library-vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { faultOf } from '@/features/command/use-deed'
import { Choice } from '@/features/year-list/fields'
import { DatedFields, datedOn } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

/** The rung after the one it stands on is what is mostly recorded. */
function nextOf(standing: Rung | null): Rung {
  const at = standing === null ? 0 : Math.min(rungs.words.indexOf(standing) + 1, rungs.words.length - 1)
  return rungs.words[at] ?? 'reserve'
}

const ADVANCE = '登记阶段变更'

/** Moves a project up the ladder, or back with a reason. */
export function AdvanceForm({ project }: { project: LibraryProject }) {
  const { code, today } = project
  const start = { rung: nextOf(project.standing?.rung ?? null), reason: '', ...datedOn(today) }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: ADVANCE, of: code }, start)
  const standing = project.rung?.rung ?? null
  const back = standing !== null && isBelow(typed.rung, standing)
  const press = () => {
    const told = { type: 'advance' as const, code, ...typed, reason: back ? typed.reason : '' }
    void record(project.seen, told, '已登记。')
  }
  return (
    <RecordBox title={ADVANCE} press={back ? '退回' : '登记'} deed={deed} onPress={press}>
      <Choice label="进入阶段" value={typed.rung} options={rungs} onChange={(rung) => change({ rung })} />
      <DatedFields {...{ typed, change, today, deed }} />
      {back ? (
        <ReasonField
          {...{ label: '退回原因', value: typed.reason, error: faultOf(deed, 'reason') }}
          onChange={(reason) => change({ reason })}
        />
      ) : null}
    </RecordBox>
  )
}
