import type { LibraryProject } from '@lianxi/schema/views/library'
import { gate as gates, gateOutcome, preliminaryStep, stepState } from '@lianxi/schema/library-vocabulary'
import s from './library.module.css'
import { GateForm } from './gate-form'
import { StepForm } from './step-form'

type Said = { document: string | null; note: string | null; on: string; by: string; body: string }
type Line = { key: string; name: string; outcome: string; said: Said | null }

function Table({ lines, head }: { lines: Line[]; head: string }) {
  return (
    <table className={`cards ${s.recorded ?? ''}`}>
      <thead>
        <tr>
          {[head, '情况', '日期', '文号、说明', '登记'].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, outcome, said }) => (
          <tr key={key} className={said === null ? `quiet ${s.unsaid ?? ''}` : undefined}>
            <th scope="row">{name}</th>
            <td data-label="情况" className="nowrap">
              {outcome}
            </td>
            <td data-label="日期" className="nowrap" data-empty={said === null}>
              {said?.on}
            </td>
            <td data-label="文号、说明" data-empty={said === null}>
              {[said?.document, said?.note].filter(Boolean).join('；')}
            </td>
            <td data-label="登记" data-empty={said === null}>
              {said === null ? '' : `${said.body} ${said.by}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 前期手续 and 关口: what is done, with date and document; what nobody recorded says so. */
export function Steps({ project }: { project: LibraryProject }) {
  const steps = project.steps.map(({ step, last }) => ({
    ...{ key: step, name: preliminaryStep.labels[step], said: last },
    outcome: last === null ? '未登记' : stepState.labels[last.state],
  }))
  const passed = project.gates.map(({ gate, last }) => ({
    ...{ key: gate, name: gates.labels[gate], said: last },
    outcome: last === null ? '未登记' : gateOutcome.labels[last.outcome],
  }))
  const key = project.seen ?? ''
  return (
    <div className={s.columns}>
      <section className={s.section} aria-labelledby="steps">
        <h2 id="steps">前期手续</h2>
        <Table lines={steps} head="手续" />
        {project.mayRecord ? <StepForm key={key} project={project} /> : null}
      </section>
      <section className={s.section} aria-labelledby="gates">
        <h2 id="gates">关口</h2>
        <Table lines={passed} head="关口" />
        {project.mayRecord ? <GateForm key={key} project={project} /> : null}
      </section>
    </div>
  )
}
