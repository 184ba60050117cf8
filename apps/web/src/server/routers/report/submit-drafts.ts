import { submitDrafts as submit } from '@lianxi/db/report-sheet/submit'
import { SubmitDrafts } from '@lianxi/schema/commands/report-sheet'
import { NilResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { writerOf, WRITERS } from '../office/sheet/access'

/** Several drafts as they stand: each is submitted on its own, so one that cannot go holds back no other. */
export const submitDrafts = memberProcedure
  .meta({ access: WRITERS })
  .input(SubmitDrafts)
  .output(NilResult)
  .mutation(({ ctx, input, path }) => {
    const { deps, granted, traceparent } = ctx
    return submit(deps.prisma, { input, actor: writerOf(granted), procedure: path, traceparent })
  })
