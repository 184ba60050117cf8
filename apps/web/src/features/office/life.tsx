import { STEP_LABELS, type OfficeForm } from '@lianxi/schema/views/office'
import { minuteOf } from '@/features/ui/format'
import s from './office.module.css'

function Steps({ steps }: Pick<OfficeForm, 'steps'>) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={`${step.version} ${step.type}`}>
          {minuteOf(step.at)} {step.actorName} {STEP_LABELS[step.type]}
          {step.reason === null ? '' : `：${step.reason}`}
        </li>
      ))}
    </ol>
  )
}

/** 办理经过: folded on the screen, whole on paper, with whose it is and the day it was printed. */
export function Life({ form: { steps, regionName, body, now } }: { form: OfficeForm }) {
  return (
    <>
      {steps.length === 0 ? null : (
        <>
          <details className={s.history}>
            <summary>办理经过（{steps.length}）</summary>
            <Steps steps={steps} />
          </details>
          <section className="only-print" aria-label="办理经过">
            <h3>办理经过</h3>
            <Steps steps={steps} />
          </section>
        </>
      )}
      <p className="only-print">
        {body?.name ?? regionName.name} · 打印 {minuteOf(now)}
      </p>
    </>
  )
}
