import { writeReports } from '@lianxi/db/report/write-reports'
import { WriteReports } from '@lianxi/schema/commands/report-grid'
import { NilResult } from '@lianxi/schema/views/result'
import { memberProcedure } from '../../trpc'
import { writerOf, WRITERS } from '../office/sheet/access'

const several = (type: 'save-draft' | 'submit') =>
  memberProcedure
    .meta({ access: WRITERS })
    .input(WriteReports)
    .output(NilResult)
    .mutation(({ ctx, input, path }) => {
      const { deps, granted, traceparent } = ctx
      return writeReports(deps.prisma, { input, actor: writerOf(granted), procedure: path, traceparent }, type)
    })

/** Rows of the grid as they stand in it, each saved or submitted, and answered, on its own. */
export const saveMany = several('save-draft')
export const submitMany = several('submit')
