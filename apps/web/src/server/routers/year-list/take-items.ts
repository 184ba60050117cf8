import { fillItems } from '@lianxi/db/year-list/take-items'
import { findYearList } from '@lianxi/db/year-list/row'
import { refuse } from '@lianxi/domain/report/refusal'
import { TakeItems } from '@lianxi/schema/commands/year-list'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { memberProcedure } from '../../trpc'
import { asDrafter, DRAFTERS } from './access'

/** Much of a plan at once; whether the list is the drafter's, the rules decide. */
export const takeItems = memberProcedure
  .meta({ access: DRAFTERS })
  .input(TakeItems)
  .output(DoneResult)
  .mutation(async (call) => {
    const { zone, list: code, expectedVersion } = call.input
    const list = await findYearList(call.ctx.deps.prisma, zone, code)
    if (list === undefined) return { ok: false, refusal: refuse('not-found') }
    const { contents, unknown } = await fillItems(call.ctx.deps.prisma, call.input, list.year)
    if (unknown.length > 0) return { ok: false, refusal: refuse('item-unfilled', null, `${unknown.join('、')}。`) }
    return asDrafter(call, { type: 'take-items', contents }, { list: expectedVersion })
  })
