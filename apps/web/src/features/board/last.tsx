import { periodLabel } from '@lianxi/schema/period'
import type { LastFigure } from '@lianxi/schema/views/cell'
import { figureOf } from './standing'

/** Grey, with its period: what was said last where this period says nothing. Not reported is never zero. */
export function Last({ last }: { last: LastFigure | null }) {
  const said = last === null ? null : figureOf(last)
  return (
    <span className="sub quiet">
      {last === null || said === null ? '此前也未报过' : `上次 ${periodLabel(last.period)}：${said}`}
    </span>
  )
}
