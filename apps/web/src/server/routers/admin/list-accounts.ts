import { readAccounts } from '@lianxi/db/readers/admin/accounts'
import { AccountList, AccountsInput } from '@lianxi/schema/views/admin'
import { memberProcedure } from '../../trpc'
import { ADMINISTRATORS } from './access'

export const listAccounts = memberProcedure
  .meta({ access: ADMINISTRATORS })
  .input(AccountsInput)
  .output(AccountList)
  .query(({ ctx, input }) => readAccounts(ctx.deps.prisma, input))
