import type { SubjectView } from '@lianxi/schema/views/subject'
import { dateOf } from '@/features/ui/format'
import { ReviseTargetForm } from './revise-target-form'
import s from './subject.module.css'

/** The original beside what it became: each revision with its reason, who approved it and by which document. */
export function Revisions({ subject }: { subject: SubjectView }) {
  const { revisions, target, mayRevise, source, stream } = subject
  const revisable = mayRevise && (target?.value ?? null) !== null && !source.draft
  if (revisions.length === 0 && !revisable) return null
  const [first] = revisions
  return (
    <section className={s.section} aria-labelledby="revisions">
      <h2 id="revisions">目标修订（中期评估）</h2>
      {first === undefined ? null : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">次序</th>
              <th scope="col">目标</th>
              <th scope="col">原因</th>
              <th scope="col">批准</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>规划原定</td>
              <td data-label="目标">{first.before}</td>
              <td data-label="原因">—</td>
              <td data-label="批准">{source.planName}</td>
            </tr>
            {revisions.map(({ revision, after, reason, approvedBy, basis, approvedOn }) => (
              <tr key={revision}>
                <td>第{revision}次修订</td>
                <td data-label="目标">{after}</td>
                <td data-label="原因">{reason}</td>
                <td data-label="批准">
                  {approvedBy}
                  <span className="sub">
                    {basis} {approvedOn}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {revisable && stream !== null ? (
        <ReviseTargetForm key={revisions.length} subject={subject} today={dateOf(stream.now)} />
      ) : null}
    </section>
  )
}
