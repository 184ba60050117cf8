import { FREQUENCIES, FREQUENCY_LABELS, type Period, periodLabel, periodsOf } from '@lianxi/schema/period'
import f from '@/features/office/form.module.css'
import { Choice, Field, named } from './fields'
import type { FieldsProps } from './promise-fields'
import type { FormList } from './told'

const FREQUENCY = { words: FREQUENCIES, labels: FREQUENCY_LABELS }

const PERIOD = { none: '请选择' }

/** Whoever is no more can still stand in what was agreed before, and says so. */
const bodiesAs = (options: FormList['bodies'], current: string) =>
  named(
    options
      .filter(({ code, ended }) => !ended || code === current)
      .map(({ code, name, ended }) => ({ code, name: ended ? `${name}（已撤销）` : name })),
  )

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

type DutyProps = FieldsProps & {
  /** What is adopted keeps its region and frequency; another body takes over from a period on. */
  adopted: { body: string; from: Period | null; setFrom: (from: Period | null) => void } | null
}

/** 移交: periods before stay with the body that held the duty. */
function HandOver({ list, typed, adopted }: Pick<DutyProps, 'list' | 'typed' | 'adopted'>) {
  if (adopted === null || typed.body === adopted.body) return null
  const periods = periodsOf(list.year, typed.frequency)
  const options = {
    words: ['none', ...periods],
    labels: { ...PERIOD, ...Object.fromEntries(periods.map((period) => [period, periodLabel(period)])) },
  }
  const choose = (word: string) => adopted.setFrom(word === 'none' ? null : word)
  return (
    <>
      <Choice label="自何期起由新单位填报" value={adopted.from ?? 'none'} options={options} onChange={choose} />
      <p className="note">此前各期的填报仍归原单位，历史不变。</p>
    </>
  )
}

/** Who answers for it and how often it is reported. */
export function DutyFields(props: DutyProps) {
  const { list, typed, set, faults, adopted } = props
  const locked = adopted !== null
  const own = list.bodies.filter(({ region }) => region === typed.region)
  const regions = list.region === null ? list.regions : [list.region]
  const changeRegion = (region: string) => {
    const body = list.bodies.find((one) => one.region === region && !one.ended)?.code ?? typed.body
    set({ region, body, leadBody: body })
  }
  return (
    <>
      <Choice label="地区" value={typed.region} options={named(regions)} onChange={changeRegion} disabled={locked} />
      <Choice
        label="填报单位"
        value={typed.body}
        options={bodiesAs(own, typed.body)}
        onChange={(body) => set({ body })}
      />
      <HandOver list={list} typed={typed} adopted={adopted} />
      <Choice
        label="牵头单位"
        value={typed.leadBody}
        options={bodiesAs(list.bodies, typed.leadBody)}
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
