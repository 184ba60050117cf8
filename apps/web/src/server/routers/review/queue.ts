import { readQueue } from '@lianxi/db/readers/review/queue'
import { Queue, QueueInput } from '@lianxi/schema/views/office'
import { memberProcedure } from '../../trpc'
import { viewerOf } from '../../viewer'

export const queue = memberProcedure
  .meta({ access: { roles: ['approver', 'coordinator'], scope: 'region' } })
  .input(QueueInput)
  .output(Queue)
  .query(({ ctx, input }) => readQueue(ctx.deps.prisma, input, viewerOf(ctx.granted, input.region)))
