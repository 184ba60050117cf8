import { status, STATUS_SHAPES, type Status } from '@lianxi/schema/status-vocabulary'
import { periodLabel } from '@lianxi/schema/period'
import type { RulesPreview } from '@lianxi/schema/views/rule-set'

const words = (is: Status) => `${STATUS_SHAPES[is]} ${status.labels[is]}`

/** Whom the rules would move, from what to what, and the sentence they would get. */
export function PreviewTable({ preview, effectiveFrom }: { preview: RulesPreview; effectiveFrom: string }) {
  const { judged, moved, moves } = preview
  const shown = moves.length < moved ? `，列出前 ${moves.length} 项` : ''
  const about = `新规则适用于期末在 ${effectiveFrom} 及以后的报告期`
  if (judged === 0)
    return (
      <p>
        {about}；这些报告期还没有已判定的状态，试算不出变化。要看新界限会影响哪些事项，可先把施行日期改为较早的日期（如{' '}
        {effectiveFrom.slice(0, 4)}-01-01）再试算；下达时按实际施行日期填写。
      </p>
    )
  if (moved === 0)
    return (
      <p>
        {about}，试算其中 {judged} 项状态，没有变化。
      </p>
    )
  return (
    <table className="cards">
      <caption>
        {about}，试算其中 {judged} 项状态，{moved} 项变化{shown}
      </caption>
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">地区</th>
          <th scope="col">报告期</th>
          <th scope="col">现在</th>
          <th scope="col">变更后</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ subject, name, region, period, before, after, sentence }) => (
          <tr key={`${subject} ${region.code} ${period}`}>
            <td>{name}</td>
            <td data-label="地区" className="nowrap">
              {region.shortName}
            </td>
            <td data-label="报告期" className="nowrap">
              {periodLabel(period)}
            </td>
            <td data-label="现在" className="nowrap">
              {words(before)}
            </td>
            <td data-label="变更后" className="nowrap">
              {words(after)}
            </td>
            <td data-label="说明">{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
