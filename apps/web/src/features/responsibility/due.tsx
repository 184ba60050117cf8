import { periodLabel } from '@lianxi/schema/period'
import type { Responsibility } from '@lianxi/schema/views/responsibility'
import { FilingMark } from '@/features/ui/mark'
import { alike } from './words'
import s from './responsibility.module.css'

/** 2025年一季度、二季度: the year is said once. */
const labelled = (periods: readonly string[]): string =>
  periods.map((period, at) => (at === 0 ? periodLabel(period) : periodLabel(period).replace(/^\d{4}年/, ''))).join('、')

/** How each opened period was reported; periods that stand alike on one line. */
export function Due({ due }: Pick<Responsibility, 'due'>) {
  if (due === null) return <>—</>
  if (due.length === 0) return <span className="quiet">尚无开放的报告期</span>
  return (
    <ul className={s.due}>
      {alike(due).map(({ periods, state, late }) => (
        <li key={periods[0]}>
          {labelled(periods)} <FilingMark state={state} />
          {late ? <FilingMark state="late" /> : null}
        </li>
      ))}
    </ul>
  )
}
