import type { Refusal } from '@lianxi/schema/views/refusal'
import type { Finding } from '@lianxi/schema/views/result'

/** What the server said to the last press, where it refused. */
export type Answered = { refusal: Refusal; findings: Finding[] }

/** What is found here, and what only the server could find. */
export function withAnswer(local: Finding[], answered: Answered | undefined): Finding[] {
  if (answered === undefined) return local
  const { refusal } = answered
  const refused: Finding[] =
    refusal.field === null
      ? []
      : [{ level: 'error', code: refusal.code, field: refusal.field, message: refusal.message }]
  const known = (finding: Finding) => local.some(({ code, field }) => code === finding.code && field === finding.field)
  const more = answered.findings.filter((finding) => !known(finding))
  const sentences = new Set([...local, ...more].map(({ message }) => message))
  return [...local, ...more, ...refused.filter(({ message }) => !sentences.has(message))]
}
