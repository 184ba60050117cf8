/** Heads of what is to be judged: old beside new, change, warnings, deeds. */
export function QueueHead() {
  return (
    <thead>
      <tr>
        <th scope="col" className="no-print">
          <span className="hidden">选择</span>
        </th>
        <th scope="col">事项</th>
        <th scope="col">原值</th>
        <th scope="col">新值</th>
        <th scope="col" className="num">
          变化
        </th>
        <th scope="col">提示与说明</th>
        <th scope="col" className="no-print">
          办理
        </th>
      </tr>
    </thead>
  )
}
