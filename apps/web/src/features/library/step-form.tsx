'use client'

import type { LibraryProject } from '@lianxi/schema/views/library'
import { preliminaryStep, type PreliminaryStep, stepState, type StepState } from '@lianxi/schema/library-vocabulary'
import { Choice } from '@/features/year-list/fields'
import { type Dated, DatedFields, datedOn } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

const STEP = '登记手续'

export function StepForm({ project }: { project: LibraryProject }) {
  const { code, today, seen, steps } = project
  const next = steps.find(({ last }) => last === null)?.step ?? 'establishment'
  const start: Dated & { step: PreliminaryStep; state: StepState } = { step: next, state: 'done', ...datedOn(today) }
  const { deed, typed, change, record } = useLibraryDeed(project, { form: STEP, of: code }, start)
  const press = () => void record(seen, { type: 'record-step', code, ...typed }, '已登记。')
  return (
    <RecordBox title={STEP} press={STEP} deed={deed} onPress={press}>
      <Choice label="手续" value={typed.step} options={preliminaryStep} onChange={(step) => change({ step })} />
      <Choice label="办理情况" value={typed.state} options={stepState} onChange={(state) => change({ state })} />
      <DatedFields {...{ typed, change, today, deed }} />
    </RecordBox>
  )
}
