import { readKnown } from '@lianxi/db/plan-import/known'
import { readRevisionLines } from '@lianxi/db/readers/plan/revisions'
import { planTables } from '@lianxi/domain/plan-import/plan-table'
import { PlanTables, PlanTablesInput } from '@lianxi/schema/views/plan-import'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'

/** A plan as the template's rows (`plan` null: an empty template), to be written as Excel. */
export const tables = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(PlanTablesInput)
  .output(PlanTables)
  .query(async ({ ctx, input: { zone, plan } }) => {
    const { prisma } = ctx.deps
    const sight = sightOf(ctx.granted.members)
    const [known, revisions] = await Promise.all([
      readKnown(prisma, zone, null),
      plan === null ? [] : readRevisionLines(prisma, { zone, plan, sight }),
    ])
    const targets = known.targets.filter((target) => target.plan === plan)
    const used = new Set(targets.map(({ indicator }) => indicator))
    return {
      tables: planTables({
        plans: known.plans.filter(({ code }) => code === plan),
        indicators: known.indicators.filter(({ code }) => used.has(code)),
        ...{ targets, projects: known.projects.filter((project) => project.plan === plan) },
      }),
      revisions,
      regions: [known.zone.name, ...known.regions.map(({ name }) => name)],
    }
  })
