'use client'

import { useState } from 'react'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { preliminaryStep, type PreliminaryStep, stepState, type StepState } from '@lianxi/schema/library-vocabulary'
import { Choice } from '@/features/year-list/fields'
import { DatedFields, useDated } from './dated'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

export function StepForm({ project }: { project: LibraryProject }) {
  const { deed, record } = useLibraryDeed(project)
  const [step, setStep] = useState<PreliminaryStep>(
    project.steps.find(({ last }) => last === null)?.step ?? 'establishment',
  )
  const [state, setState] = useState<StepState>('done')
  const dated = useDated(project.today)
  const press = () =>
    void record(project.seen, { type: 'record-step', code: project.code, step, state, ...dated.said }, '已登记。')
  return (
    <RecordBox title="登记手续" press="登记手续" deed={deed} onPress={press}>
      <Choice label="手续" value={step} options={preliminaryStep} onChange={setStep} />
      <Choice label="办理情况" value={state} options={stepState} onChange={setState} />
      <DatedFields dated={dated} today={project.today} deed={deed} />
    </RecordBox>
  )
}
