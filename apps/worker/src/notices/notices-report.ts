import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { NoticesStatus } from './notices'

/** A notice that comes a minute late is nobody's loss, so it never alarms; what was not delivered stands in its table. */
export const reportNotices = ({ lastPassAt, attempts }: NoticesStatus): PartReport => ({
  ready: lastPassAt !== undefined,
  complaints: [],
  attention: [],
  facts: { lastPassAt: lastPassAt?.toISOString() ?? null, attempts },
})
