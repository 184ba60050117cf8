import { readDemoAccounts } from '@lianxi/db/readers/admin/accounts'
import { DemoAccount } from '@lianxi/schema/views/session'
import { z } from 'zod'
import { openProcedure } from '../../trpc'

export const demoAccounts = openProcedure
  .meta({ access: 'anyone' })
  .input(z.void())
  .output(z.array(DemoAccount))
  .query(({ ctx: { deps } }) => (deps.env.LIANXI_MODE === 'demo' ? readDemoAccounts(deps.prisma) : []))
