import type { TargetRow } from '@lianxi/schema/views/lists'
import { FilingMark, Tag } from '@/features/ui/mark'
import { minuteOf } from '@/features/ui/format'
import { Before } from './before'
import { notAskedWords } from './not-asked-words'

type Props = Pick<TargetRow, 'state' | 'cell' | 'person' | 'before' | 'notAsked'>

/** Nothing is asked for: in no period, or not in this one, and then when next. */
function Unasked({ notAsked }: Pick<Props, 'notAsked'>) {
  if (notAsked === null) return <span className="quiet">– 不需填报</span>
  return (
    <div className="quiet">
      <FilingMark state="not-asked" />
      <span className="sub">{notAskedWords(notAsked)}</span>
    </div>
  )
}

/** Where a filing stands, with all that qualifies it; who and when on hover and for screen readers. */
export function FilingCell({ state, cell, person, before, notAsked }: Props) {
  if (state === null) return <Unasked notAsked={notAsked} />
  const said = cell?.reportedAt
    ? `${person ?? ''} ${minuteOf(cell.reportedAt)}，第 ${cell.revision ?? 1} 次报送`
    : undefined
  return (
    <div title={said}>
      <FilingMark state={state} />
      {cell?.late === true ? (
        <>
          {' '}
          <FilingMark state="late" />
        </>
      ) : null}
      <span className="sub">
        {cell?.nil === true ? <Tag>本期无变化</Tag> : null}
        {cell !== null && cell.reports > 1 ? <Tag>第 {cell.revision ?? cell.reports} 次报送</Tag> : null}
        {cell?.confirmed === true ? <Tag>已确认</Tag> : null}
        {cell?.conflict === true ? <FilingMark state="conflict" /> : null}
        {cell !== null && cell.objections.length > 0 ? <FilingMark state="objections" /> : null}
        {cell !== null && cell.unanswered.length > 0 ? <Tag>提示未说明原因</Tag> : null}
      </span>
      <Before before={before} cell={cell} />
    </div>
  )
}
