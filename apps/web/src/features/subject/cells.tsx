import { periodLabel } from '@lianxi/schema/period'
import type { Cell } from '@lianxi/schema/views/cell'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { Drawn } from '@/features/drawn/drawn'
import { Empty } from '@/features/shell/page-head'
import { figureOf } from '@/features/board/standing'
import type { StatusMark } from '@lianxi/schema/views/status'
import { FilingMark } from '@/features/ui/mark'
import { StatusOf } from '@/features/ui/status-mark'
import { grouped, minuteOf } from '@/features/ui/format'
import s from './subject.module.css'
import { partId } from './words'

function Filed({ cell, mark }: { cell: Cell | undefined; mark: StatusMark | undefined }) {
  if (cell === undefined) return <span className="quiet">–</span>
  const said = cell.nil ? '本期无变化' : figureOf(cell)
  return (
    <>
      {mark === undefined ? null : <StatusOf mark={mark} />}
      {said === null ? null : (
        <b>
          <a href={`#${partId(cell.region, cell.period)}`}>{said}</a>
        </b>
      )}
      {cell.investedTotalWan === null ? null : (
        <span className="sub">累计投资 {grouped(String(cell.investedTotalWan))} 万元</span>
      )}
      <span className="sub">
        <FilingMark state={cell.state} />
        {cell.late ? <FilingMark state="late" /> : null}
        {cell.confirmed ? <FilingMark state="confirmed" /> : null}
        {cell.conflict ? <FilingMark state="conflict" /> : null}
        {cell.reportedAt === null ? '' : ` ${minuteOf(cell.reportedAt)}`}
      </span>
      {cell.objections.map((objection) => (
        <span key={objection.message} className="sub warned">
          核对：{objection.message}
        </span>
      ))}
      {cell.unanswered.map((warning) => (
        <span key={warning.message} className="sub">
          提示：{warning.message}（未说明原因）
        </span>
      ))}
    </>
  )
}

/** 各期填报: periods down, regions across, each figure the way to its reports; what is not reported is grey, never zero. */
export function Cells({ subject }: { subject: SubjectView }) {
  const { cells, statuses, regions, periods } = subject
  const find = (period: string, region: string) =>
    cells.find((cell) => cell.period === period && cell.region === region)
  const markOf = (period: string, region: string) =>
    statuses.find((mark) => mark.period === period && mark.region === region)
  return (
    <section className={s.section} aria-labelledby="cells">
      <h2 id="cells">各期填报{subject.target?.unit ? `（${subject.target.unit}）` : ''}</h2>
      {periods.length === 0 ? (
        <Empty title="还没有开放填报的报告期。" />
      ) : (
        <Drawn what="cells" of={cells} also={null}>
          <div className={s.cellTable} role="group" aria-labelledby="cells" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">报告期</th>
                  {regions.map((region) => (
                    <th key={region.code} scope="col">
                      {region.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {periods.map(({ period }) => (
                  <tr key={period} data-key={period}>
                    <th scope="row" className="nowrap">
                      {periodLabel(period)}
                    </th>
                    {regions.map((region) => (
                      <td key={region.code}>
                        <Filed cell={find(period, region.code)} mark={markOf(period, region.code)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Drawn>
      )}
    </section>
  )
}
