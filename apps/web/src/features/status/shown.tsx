import { type Period, periodLabel } from '@lianxi/schema/period'
import type { StatusShown } from '@lianxi/schema/views/judging'
import { StatusSign } from '@/features/ui/status-mark'
import s from './status.module.css'

/** `rests`: the earlier period whose figure the report is judged by, having none of its own. */
type Props = { now: StatusShown | null; then: StatusShown | null; rests?: Period | undefined }

/** What will be shown about a body: the status now and the one this report gets, with its sentence; nothing where none can be said. */
export function Shown({ now, then, rests }: Props) {
  if (then === null) return null
  const same = now?.status === then.status
  return (
    <p className={s.shown}>
      {now === null || same ? null : (
        <>
          现为 <StatusSign status={now.status} /> →{' '}
        </>
      )}
      {same ? '入库后仍为' : '入库后为'} <StatusSign status={then.status} />
      <span className="sub">
        {then.sentence}
        {rests === undefined ? '' : `本期没有填数，按${periodLabel(rests)}所报的数判定。`}
      </span>
    </p>
  )
}
