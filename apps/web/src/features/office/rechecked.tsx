import type { OfficeForm } from '@lianxi/schema/views/office'
import { Notice } from '@/features/shell/page-head'

/** What can be done about it: where the report came from decides who sends the correction. */
function remedy({ actions }: OfficeForm): string {
  if (actions.write.allowed) return '请在下面改正，或在更正原因中说明，再提交审核。'
  if (actions.correct.allowed) {
    return '数字有误的，请在下面更正后重报；确实如此的，也请更正一次并写明原因。由本单位业务系统直报的，由该系统报送更正。'
  }
  return '需要改正的，由本单位有填报权限的人员更正；报告期已关闭的，请联系联席会议办公室退回后重报。'
}

/** What the worker's check says to the report that stands on the board, and what to do. */
export function Rechecked({ form }: { form: OfficeForm }) {
  const { objections, unanswered } = form
  if (objections.length + unanswered.length === 0) return null
  return (
    <Notice bad={objections.length > 0}>
      系统核对已入总览的这份填报：
      <ul>
        {objections.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
        {unanswered.map(({ message }) => (
          <li key={message}>提示：{message}（未说明原因）</li>
        ))}
      </ul>
      {remedy(form)}
    </Notice>
  )
}
