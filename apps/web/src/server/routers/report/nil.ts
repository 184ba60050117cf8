import { v5 as uuidv5 } from 'uuid'
import { findKinds } from '@lianxi/db/readers/office/kinds'
import { nilEntry } from '@lianxi/domain/report/read-entry'
import { NilReports } from '@lianxi/schema/commands/report'
import { NilResult } from '@lianxi/schema/views/result'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

/** 本期无变化 for several: each is submitted on its own, so one that cannot go holds back no other. */
export const nil = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(NilReports)
  .output(NilResult)
  .mutation(async ({ ctx, input, path }) => {
    const { zone, region, idempotencyKey, reports } = input
    const kinds = await findKinds(
      ctx.deps.prisma,
      zone,
      reports.map(({ subject }) => subject),
    )
    const results: NilResult['results'] = []
    for (const { subject, period, expectedVersion } of reports) {
      const key = uuidv5(`${subject} ${period}`, idempotencyKey)
      const entry = nilEntry(kinds.get(subject) ?? 'target')
      const one = { zone, region, subject, period, expectedVersion, idempotencyKey: key }
      const result = await handle(
        { ctx, input: one, path },
        { type: 'submit', entry, correctionReason: null, warningReasons: [] },
      )
      results.push({ subject, period, result })
    }
    return { results }
  })
