import type { PeriodView } from '@lianxi/schema/views/common'
import s from './board.module.css'

/** Chooses the period by the address; a plain form, so it works before scripts and with the keyboard. */
type Props = { periods: PeriodView[]; period: string; action: string; children?: React.ReactNode }

export function PeriodSelect({ periods, period, action, children }: Props) {
  return (
    <form action={action} method="get" className={s.chooser}>
      <label htmlFor="period">报告期 </label>
      <select id="period" name="period" defaultValue={period} key={period}>
        {periods.map((view) => (
          <option key={view.period} value={view.period}>
            {view.label}
          </option>
        ))}
      </select>
      {children}
      <button type="submit">查看</button>
    </form>
  )
}
