import type { Backlog } from '@lianxi/db/health/read-backlog'
import type { PartReport } from '@lianxi/schema/views/worker-state'

/** An event that waits longer than this is late for the board. */
const OUTBOX_MS = 60_000

export type WorkerHealth = {
  /** False: a restart may mend it. */
  ok: boolean
  /** True: what is sent now will be worked off now. */
  ready: boolean
  complaints: string[]
  attention: string[]
}

/** What hurts the stream and is no part's own; a database that is away is not mended by a restart either. */
function backlogAttention(backlog: Backlog | undefined, now: Date): string[] {
  if (backlog === undefined) return ['database: not readable']
  const { oldestUnpublishedAt, refused } = backlog
  const late = oldestUnpublishedAt !== null && now.getTime() - oldestUnpublishedAt.getTime() > OUTBOX_MS
  return [
    ...(late ? ['outbox: an event has waited for more than a minute'] : []),
    ...(refused > 0 ? [`outbox: the broker refused ${refused} events for good`] : []),
  ]
}

/** What the parts and the backlog say together. That the process lives says nothing. */
export function healthOf(
  reports: ReadonlyMap<string, PartReport>,
  backlog: Backlog | undefined,
  now: Date,
): WorkerHealth {
  const parts = [...reports.values()]
  const complaints = parts.flatMap((part) => part.complaints)
  return {
    ok: complaints.length === 0,
    ready: backlog !== undefined && parts.every(({ ready }) => ready),
    complaints,
    attention: [...parts.flatMap(({ attention }) => attention), ...backlogAttention(backlog, now)],
  }
}
