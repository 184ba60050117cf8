import { FREQUENCIES, FREQUENCY_LABELS } from '@lianxi/schema/period'
import f from '@/features/office/form.module.css'
import { Choice, Field } from './fields'
import type { FieldsProps } from './promise-fields'

const FREQUENCY = { words: FREQUENCIES, labels: FREQUENCY_LABELS }

const named = (options: readonly { code: string; name: string }[]) => ({
  words: options.map(({ code }) => code),
  labels: Object.fromEntries(options.map(({ code, name }) => [code, name])),
})

/** Any number of bodies share the responsibility; folded away, because most items name one or none. */
function CoBodies({ list, typed, set }: Pick<FieldsProps, 'list' | 'typed' | 'set'>) {
  const { coBodies } = typed
  const names = list.bodies.filter(({ code }) => coBodies.includes(code)).map(({ name }) => name)
  const toggle = (code: string, on: boolean) =>
    set({ coBodies: on ? [...coBodies, code] : coBodies.filter((other) => other !== code) })
  return (
    <details className={f.field}>
      <summary>责任单位：{names.join('、') || '无'}</summary>
      <div className={f.rows}>
        {list.bodies.map(({ code, name }) => (
          <label key={code} className={f.check}>
            <input
              type="checkbox"
              checked={coBodies.includes(code)}
              onChange={(event) => toggle(code, event.target.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  )
}

/** Who answers for it and how often it is reported. `locked`: the duty of an adopted item does not change here. */
export function DutyFields({ list, typed, set, faults, locked }: FieldsProps & { locked: boolean }) {
  const own = list.bodies.filter(({ region }) => region === typed.region)
  const regions = list.region === null ? list.regions : [list.region]
  const changeRegion = (region: string) => {
    const body = list.bodies.find((one) => one.region === region)?.code ?? typed.body
    set({ region, body, leadBody: body })
  }
  return (
    <>
      <Choice label="地区" value={typed.region} options={named(regions)} onChange={changeRegion} disabled={locked} />
      <Choice
        label="填报单位"
        value={typed.body}
        options={named(own)}
        onChange={(body) => set({ body })}
        disabled={locked}
      />
      <Choice
        label="牵头单位"
        value={typed.leadBody}
        options={named(list.bodies)}
        onChange={(leadBody) => set({ leadBody })}
      />
      <CoBodies list={list} typed={typed} set={set} />
      <Field label="牵头领导" value={typed.leader} onChange={(leader) => set({ leader })} fault={faults['leader']} />
      <Field label="责任人" value={typed.person} onChange={(person) => set({ person })} fault={faults['person']} />
      <Choice
        label="填报频率"
        value={typed.frequency}
        options={FREQUENCY}
        onChange={(frequency) => set({ frequency })}
        disabled={locked}
      />
    </>
  )
}
