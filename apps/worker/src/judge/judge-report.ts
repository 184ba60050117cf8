import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { JudgeStatus } from './judge'

/** The judge looks every two seconds and waits at most 5 s after a failure. */
const TURN_MS = 60_000

/** What the judge tells of itself. A status that comes late is not lost; a judge that hangs a restart may mend. */
export const reportJudge = (status: JudgeStatus, now: Date): PartReport => {
  const { lastTurnAt, lastPassAt, judged, changed, failed } = status
  const stuck = now.getTime() - lastTurnAt.getTime() > TURN_MS
  return {
    ready: lastPassAt !== undefined,
    complaints: stuck ? ['judge: no step for a minute'] : [],
    attention: failed > 0 ? [`judge: the rules fail on ${failed} subjects`] : [],
    facts: { lastPassAt: lastPassAt?.toISOString() ?? null, judged, changed, failed },
  }
}
