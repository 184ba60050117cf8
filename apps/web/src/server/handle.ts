import { handleReport } from '@lianxi/db/report/handle-report'
import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import type { ApproveReport, ReportKey, SaveDraft } from '@lianxi/schema/commands/report'
import type { ReportResult } from '@lianxi/schema/views/result'
import type { Granted } from './access'
import type { Deps } from './deps'
import { viewerOf } from './viewer'

type Pressed = ReportKey & { idempotencyKey: string; expectedVersion?: number }
type Called = { ctx: { deps: Deps; granted: Granted; traceparent: string }; input: Pressed; path: string }

/** Runs a command on the input's report for the person who calls. */
export function handle(
  { ctx, input, path }: Called,
  command: ReportCommand,
  objection: ApproveReport['objection'] = null,
): Promise<ReportResult> {
  const { zone, subject, region, period, idempotencyKey, expectedVersion } = input
  const { id, name, bodies } = viewerOf(ctx.granted, region)
  const key = { zone, subject, region, period }
  const press = { userId: id, key: idempotencyKey, procedure: path, input }
  return handleReport(
    ctx.deps.prisma,
    {
      key,
      command,
      actor: { id, name, bodies },
      press,
      expectedVersion: expectedVersion ?? null,
      objection,
      traceparent: ctx.traceparent,
    },
    decide,
  )
}

/** What a form sends besides the report's key. */
export const writtenOf = ({ entry, correctionReason, warningReasons }: SaveDraft) => ({
  entry,
  correctionReason,
  warningReasons,
})
