import { useId } from 'react'
import { attribute, valueOrigin, visibility } from '@lianxi/schema/vocabulary'
import f from '@/features/office/form.module.css'
import { Choice, Field } from './fields'
import type { Typed } from './item-typed'
import type { FormList } from './told'

export type FieldsProps = {
  list: FormList
  typed: Typed
  set: (change: Partial<Typed>) => void
  faults: Record<string, string>
}

function Milestones({ typed, set }: Pick<FieldsProps, 'typed' | 'set'>) {
  const { milestones } = typed
  const change = (at: number, part: Partial<Typed['milestones'][number]>) =>
    set({ milestones: milestones.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <div className={f.field}>
      <span className={f.label}>节点</span>
      <div className={f.rows}>
        {milestones.map(({ name, dueOn }, index) => (
          // Rows have no identity but their place.
          <div key={index} className={f.row}>
            <input
              type="text"
              aria-label={`节点${index + 1}名称`}
              maxLength={200}
              value={name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <input
              type="date"
              aria-label={`节点${index + 1}时限`}
              min="2000-01-01"
              max="2060-12-31"
              value={dueOn}
              onChange={(event) => change(index, { dueOn: event.target.value })}
            />
            <button
              type="button"
              className="plain"
              onClick={() => set({ milestones: milestones.filter((_, at) => at !== index) })}
            >
              删去
            </button>
          </div>
        ))}
        <button
          type="button"
          className="small"
          onClick={() => set({ milestones: [...milestones, { name: '', dueOn: '' }] })}
        >
          增加节点
        </button>
      </div>
    </div>
  )
}

function ProjectPlan({ typed, set, faults }: FieldsProps) {
  const amount = (name: 'planWan' | 'totalWan' | 'sharePercent', label: string) => (
    <Field
      label={label}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      fault={faults[`project.${name}`]}
      numeric
    />
  )
  return (
    <>
      {amount('planWan', '年度计划（万元）')}
      {amount('totalWan', '总投资（万元）')}
      {amount('sharePercent', '分担比例（%）')}
      <Field
        label="逐月累计（%，十二个）"
        value={typed.curve}
        onChange={(curve) => set({ curve })}
        fault={faults['project.monthlyPercent']}
      />
      <Milestones typed={typed} set={set} />
    </>
  )
}

/** What is promised for the year, and how: value or plan, attribute, measures, until when, for whose eyes. */
export function PromiseFields(props: FieldsProps) {
  const { list, typed, set, faults } = props
  const id = useId()
  return (
    <>
      {typed.kind === 'target' ? (
        <Field
          label={`${list.year}年目标值`}
          value={typed.value}
          onChange={(value) => set({ value })}
          fault={faults['target.yearValue.value']}
          numeric
        />
      ) : (
        <ProjectPlan {...props} />
      )}
      <Choice label="数值来源" value={typed.origin} options={valueOrigin} onChange={(origin) => set({ origin })} />
      <Choice
        label="属性"
        value={typed.attribute}
        options={attribute}
        onChange={(value) => set({ attribute: value })}
      />
      <div className={f.field}>
        <label htmlFor={id}>工作举措</label>
        <textarea
          id={id}
          maxLength={1000}
          value={typed.measures}
          onChange={(event) => set({ measures: event.target.value })}
        />
      </div>
      <Field
        label="完成时限"
        type="date"
        required
        value={typed.deadline}
        onChange={(deadline) => set({ deadline })}
        fault={faults['deadline']}
      />
      <Choice
        label="公开范围"
        value={typed.visibility}
        options={visibility}
        onChange={(value) => set({ visibility: value })}
      />
    </>
  )
}
