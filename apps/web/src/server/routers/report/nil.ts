import { v5 as uuidv5 } from 'uuid'
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
    const results: NilResult['results'] = []
    for (const { subject, period, expectedVersion } of reports) {
      const key = uuidv5(`${subject} ${period}`, idempotencyKey)
      const one = { zone, region, subject, period, expectedVersion, idempotencyKey: key }
      const result = await handle({ ctx, input: one, path }, { type: 'submit-nil' })
      results.push({ subject, period, result })
    }
    return { results }
  })
