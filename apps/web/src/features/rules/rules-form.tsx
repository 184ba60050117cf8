'use client'

import { paceMethod, pathMethod } from '@lianxi/schema/status-vocabulary'
import type { RulesView } from '@lianxi/schema/views/rule-set'
import { ReasonField } from '@/features/command/reason-field'
import { Said } from '@/features/command/said'
import f from '@/features/office/form.module.css'
import { Choice, Field } from '@/features/year-list/fields'
import { CHECKS } from './checks'
import { LIMITS } from './limits'
import { PreviewTable } from './preview-table'
import s from './rules.module.css'
import { type Rules, useRules } from './use-rules'

type LinesProps<Line extends string> = {
  legend: string
  lines: readonly (readonly [Line, string])[]
  typed: Record<Line, string>
  faults: Record<string, string>
  change: (line: Line, value: string) => void
}

function Lines<Line extends string>({ legend, lines, typed, faults, change }: LinesProps<Line>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={s.lines}>
        {lines.map(([line, label]) => (
          <Field
            key={line}
            {...{ label, numeric: true, value: typed[line], fault: faults[line] }}
            onChange={(value) => change(line, value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Methods({ rules: { methods, touch, setMethods } }: { rules: Rules }) {
  const change = touch((part: Partial<typeof methods>) => setMethods((before) => ({ ...before, ...part })))
  return (
    <fieldset>
      <legend>方法</legend>
      <Choice label="时点" value={methods.stock} options={pathMethod} onChange={(stock) => change({ stock })} />
      <Choice label="比重/率" value={methods.ratio} options={pathMethod} onChange={(ratio) => change({ ratio })} />
      <Choice
        label="时期，年末"
        value={methods.flowYearEnd}
        options={pathMethod}
        onChange={(flowYearEnd) => change({ flowYearEnd })}
      />
      <Choice
        label="时期，年内"
        value={methods.flowWithinYear}
        options={paceMethod}
        onChange={(flowWithinYear) => change({ flowWithinYear })}
      />
      <Choice
        label="规划期累计"
        value={methods.cumulative}
        options={paceMethod}
        onChange={(cumulative) => change({ cumulative })}
      />
      <Choice label="每年" value={methods.perYear} options={paceMethod} onChange={(perYear) => change({ perYear })} />
      <Choice label="项目" value={methods.project} options={paceMethod} onChange={(project) => change({ project })} />
    </fieldset>
  )
}

/** The next rules: typed, tried (whom would they move?), then adopted with a reason and a document. */
export function RulesForm({ view }: { view: RulesView }) {
  const rules = useRules(view)
  const { deed, typed, checks, faults, said, preview, busy, touch } = rules
  const complete = said.reason.trim() !== '' && said.adoptedBy.trim() !== '' && said.effectiveFrom !== ''
  const say = (part: Partial<typeof said>) => rules.setSaid((before) => ({ ...before, ...part }))
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        rules.adopt()
      }}
    >
      <Lines
        legend="界限"
        lines={LIMITS}
        {...{ typed, faults }}
        change={(line, value) => touch(rules.setTyped)((before) => ({ ...before, [line]: value }))}
      />
      <Methods rules={rules} />
      <Lines
        legend="填报校验界限（只作提示，要求说明原因）"
        lines={CHECKS}
        {...{ typed: checks, faults }}
        change={(line, value) => rules.setChecks((before) => ({ ...before, [line]: value }))}
      />
      <Field
        label="施行日期"
        type="date"
        required
        value={said.effectiveFrom}
        onChange={touch((effectiveFrom: string) => say({ effectiveFrom }))}
      />
      <ReasonField label="原因" value={said.reason} onChange={(reason) => say({ reason })} />
      <Field label="依据" required value={said.adoptedBy} onChange={(adoptedBy) => say({ adoptedBy })} />
      <div className={f.actions}>
        <button type="button" disabled={busy || said.effectiveFrom === ''} onClick={() => void rules.work()}>
          {busy ? '正在试算…' : '试算影响'}
        </button>
        <button type="submit" className="primary" disabled={deed.busy || !complete}>
          下达规则
        </button>
      </div>
      <Said deed={deed} />
      <div role="status">
        {preview === undefined ? null : <PreviewTable preview={preview.found} effectiveFrom={preview.of} />}
      </div>
    </form>
  )
}
