'use client'

import type { OfficeForm } from '@lianxi/schema/views/office'
import { lastDayOf, periodLabel } from '@lianxi/schema/period'
import { Stage, stage as stages } from '@lianxi/schema/vocabulary'
import { percent } from '@/features/ui/format'
import { Field, type FieldState, TextField } from './field'
import f from './form.module.css'
import { MoneyField } from './money-field'
import { Matters, Milestones } from './project-rows'
import { type EntryOf, LIMITS, PROJECT_TITLES } from './titles'

type Props = {
  form: OfficeForm
  entry: EntryOf<'project'>
  state: FieldState
  change: (entry: EntryOf<'project'>) => void
}

function Sums({ form, entry, state, change, before }: Props & { before: string }) {
  const { previous, check } = form
  return (
    <>
      <MoneyField
        name="investedYearWan"
        label={PROJECT_TITLES.investedYearWan}
        state={state}
        value={entry.investedYearWan}
        onChange={(investedYearWan) => change({ ...entry, investedYearWan })}
        known={[
          [before, previous?.investedYearWan ?? null],
          ['年度计划 ', check.planWan],
        ]}
      />
      <MoneyField
        name="investedTotalWan"
        label={PROJECT_TITLES.investedTotalWan}
        state={state}
        value={entry.investedTotalWan}
        onChange={(investedTotalWan) => change({ ...entry, investedTotalWan })}
        known={[
          [before, previous?.investedTotalWan ?? null],
          ['总投资 ', check.totalWan],
        ]}
      />
    </>
  )
}

function Figures(props: Props) {
  const { form, entry, state, change } = props
  const before = form.previous === null ? '' : `上期（${periodLabel(form.previous.period)}）`
  const stage = form.previous?.stage ?? null
  const progress = form.previous?.progressPercent ?? null
  return (
    <>
      <Field
        name="stage"
        label={PROJECT_TITLES.stage}
        state={state}
        hint={stage === null ? undefined : `${before}${stages.labels[stage]}`}
      >
        {(wiring) => (
          <select
            {...wiring}
            value={entry.stage ?? ''}
            onChange={(event) => change({ ...entry, stage: Stage.nullable().catch(null).parse(event.target.value) })}
          >
            <option value="">请选择</option>
            {stages.words.map((word) => (
              <option key={word} value={word}>
                {stages.labels[word]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Sums {...props} before={before} />
      <Field
        name="progressPercent"
        label={PROJECT_TITLES.progressPercent.replace(/（%）$/, '')}
        state={state}
        hint={progress === null ? undefined : `${before}${percent(progress)}`}
      >
        {(wiring) => (
          <>
            <input
              {...wiring}
              className={f.figure}
              inputMode="decimal"
              autoComplete="off"
              maxLength={LIMITS.figure}
              value={entry.progressPercent}
              onChange={(event) => change({ ...entry, progressPercent: event.target.value })}
            />{' '}
            %
          </>
        )}
      </Field>
    </>
  )
}

/** The form of a project: stage, sums, physical progress, milestones, matters. */
export function ProjectFields(props: Props) {
  const { form, entry, state, change } = props
  const planned = form.item?.project?.milestones.map(({ name }) => name) ?? []
  return (
    <>
      {entry.nil ? null : (
        <>
          <Figures {...props} />
          <TextField
            name="physicalProgress"
            label={PROJECT_TITLES.physicalProgress}
            state={state}
            value={entry.physicalProgress}
            limit={LIMITS.physicalProgress}
            placeholder="如：主体封顶，进入装修"
            onChange={(physicalProgress) => change({ ...entry, physicalProgress })}
          />
          <Milestones entry={entry} state={state} change={change} planned={planned} last={lastDayOf(form.period)} />
        </>
      )}
      <Matters entry={entry} state={state} change={change} />
    </>
  )
}
