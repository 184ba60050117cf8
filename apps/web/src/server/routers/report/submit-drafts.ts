import { readFilings } from '@lianxi/db/report-sheet/filings'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { refuse } from '@lianxi/domain/report/refusal'
import { SubmitDrafts } from '@lianxi/schema/commands/report-sheet'
import { NilResult } from '@lianxi/schema/views/result'
import { v5 as uuidv5 } from 'uuid'
import { handle } from '../../handle'
import { memberProcedure } from '../../trpc'

/** Several drafts as they stand: each is submitted on its own, so one that cannot go holds back no other. */
export const submitDrafts = memberProcedure
  .meta({ access: { roles: ['reporter', 'coordinator'], scope: 'region' } })
  .input(SubmitDrafts)
  .output(NilResult)
  .mutation(async ({ ctx, input, path }) => {
    const { zone, region, idempotencyKey, reports } = input
    const filings = await readFilings(ctx.deps.prisma, { zone, region }, reports)
    const results: NilResult['results'] = []
    for (const { subject, period, expectedVersion } of reports) {
      const state = filings.get(keyOf({ subject, period }))?.state
      const key = uuidv5(keyOf({ subject, period }), idempotencyKey)
      const one = { zone, region, subject, period, expectedVersion, idempotencyKey: key }
      const result =
        state === undefined || state.entry === null
          ? { ok: false as const, refusal: refuse('not-found'), findings: [], conflict: null }
          : await handle(
              { ctx, input: one, path },
              {
                ...{ type: 'submit', entry: state.entry, correctionReason: state.correctionReason },
                warningReasons: state.warningReasons,
              },
            )
      results.push({ subject, period, result })
    }
    return { results }
  })
