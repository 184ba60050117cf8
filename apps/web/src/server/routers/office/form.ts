import { findOfficeForm } from '@lianxi/db/readers/office/form'
import { FormFound, FormInput } from '@lianxi/schema/views/office'
import { memberProcedure } from '../../trpc'
import { viewerOf } from '../../viewer'

export const form = memberProcedure
  .meta({ access: { roles: ['reporter', 'approver', 'coordinator'], scope: 'region' } })
  .input(FormInput)
  .output(FormFound)
  .query(async ({ ctx, input }) => {
    return (await findOfficeForm(ctx.deps.prisma, input, viewerOf(ctx.granted, input.region))) ?? null
  })
