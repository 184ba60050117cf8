import type { PeriodView } from '@lianxi/schema/views/common'

/** Chooses the period by the address; a plain form, so it works before scripts and with the keyboard. */
export function PeriodSelect({ periods, period, action }: { periods: PeriodView[]; period: string; action: string }) {
  return (
    <form action={action} method="get">
      <label htmlFor="period">报告期 </label>
      <select id="period" name="period" defaultValue={period} key={period}>
        {periods.map((view) => (
          <option key={view.period} value={view.period}>
            {view.label}
          </option>
        ))}
      </select>{' '}
      <button type="submit">查看</button>
    </form>
  )
}
