import { readListPlan } from '@lianxi/db/readers/year-list/plan'
import { readReference } from '@lianxi/db/readers/base/reference'
import { findYearList } from '@lianxi/db/year-list/row'
import { mayDraft } from '@lianxi/domain/year-list/viewer'
import { ListPlan, ListPlanInput } from '@lianxi/schema/views/year-list'
import { memberProcedure } from '../../trpc'
import { DRAFTERS, listViewer } from './access'

/** A plan laid out for the drafter of a list; null: not his list, or it is adopted. */
export const plan = memberProcedure
  .meta({ access: DRAFTERS })
  .input(ListPlanInput)
  .output(ListPlan.nullable())
  .query(async ({ ctx, input }) => {
    const list = await findYearList(ctx.deps.prisma, input.zone, input.list)
    if (list === undefined || list.phase === 'adopted') return null
    const { zone } = await readReference(ctx.deps.prisma, input.zone)
    if (!mayDraft(listViewer(ctx.granted, input.zone), list.region, zone.listLead ?? [])) return null
    return readListPlan(ctx.deps.prisma, list, input)
  })
