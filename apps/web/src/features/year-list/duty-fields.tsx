import { FREQUENCIES, FREQUENCY_LABELS } from '@lianxi/schema/period'
import { Field, Pick } from './fields'
import type { FieldsProps } from './promise-fields'

const FREQUENCY = { words: FREQUENCIES, labels: FREQUENCY_LABELS }

const named = (options: readonly { code: string; name: string }[]) => ({
  words: options.map(({ code }) => code),
  labels: Object.fromEntries(options.map(({ code, name }) => [code, name])),
})

/** Who answers for it and how often it is reported. `locked`: the duty of an adopted item does not change here. */
export function DutyFields({ list, typed, set, faults, locked }: FieldsProps & { locked: boolean }) {
  const own = list.bodies.filter(({ region }) => region === typed.region)
  const regions = list.region === null ? list.regions : [list.region]
  const changeRegion = (region: string) => {
    const body = list.bodies.find((one) => one.region === region)?.code ?? typed.body
    set({ region, body, leadBody: body })
  }
  const cooperating = typed.coBodies[0] ?? ''
  return (
    <>
      <Pick label="地区" value={typed.region} options={named(regions)} onChange={changeRegion} disabled={locked} />
      <Pick
        label="填报单位"
        value={typed.body}
        options={named(own)}
        onChange={(body) => set({ body })}
        disabled={locked}
      />
      <Pick
        label="牵头单位"
        value={typed.leadBody}
        options={named(list.bodies)}
        onChange={(leadBody) => set({ leadBody })}
      />
      <Pick
        label="责任单位"
        value={cooperating}
        options={named([{ code: '', name: '无' }, ...list.bodies])}
        onChange={(body) => set({ coBodies: body === '' ? [] : [body] })}
      />
      <Field label="牵头领导" value={typed.leader} onChange={(leader) => set({ leader })} fault={faults['leader']} />
      <Field label="责任人" value={typed.person} onChange={(person) => set({ person })} fault={faults['person']} />
      <Pick
        label="填报频率"
        value={typed.frequency}
        options={FREQUENCY}
        onChange={(frequency) => set({ frequency })}
        disabled={locked}
      />
    </>
  )
}
