import { askedValue } from '@lianxi/schema/vocabulary'
import s from '@/features/year-list/year-list.module.css'
import { StateForm } from './state-form'
import { type Asked, Said, statementKey } from './statements'

/** On an office's list: asked once; what was stated is not here any more. */
export function AskedOnce({
  zone,
  asked: { statements },
  mayWrite,
}: {
  zone: string
  asked: Asked
  mayWrite: boolean
}) {
  const open = statements.filter(({ state }) => state === 'asked' || state === 'refused')
  if (open.length === 0) return null
  return (
    <details className={s.start}>
      <summary>待补基期 {open.length} 项：规划没有写明，只请填一次</summary>
      <ul className={s.found}>
        {open.map((statement) => (
          <li key={statementKey(statement)}>
            {statement.name}（{statement.subject}）· {askedValue.labels[statement.asked]}
            <span className="sub">
              {statement.plan}
              {statement.assignedBy === null ? '' : ` · 由${statement.assignedBy}下达，${statement.targetYear}年`}
            </span>
            {statement.state === 'refused' ? <Said statement={statement} /> : null}
            {mayWrite ? <StateForm zone={zone} statement={statement} /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
