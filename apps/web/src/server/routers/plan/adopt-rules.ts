import { adoptRules as publishRules } from '@lianxi/db/rule-set/adopt'
import { previewRules as workOut } from '@lianxi/db/rule-set/preview'
import { AdoptRules, PreviewRules } from '@lianxi/schema/commands/rule-set'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { RulesPreview } from '@lianxi/schema/views/rule-set'
import type { Access } from '../../access'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { findPlanner } from './access'

const SECRETARIAT: Access = { roles: ['secretariat'], scope: 'zone' }

/** Whom rules would move, before anybody adopts them. */
export const previewRules = memberProcedure
  .meta({ access: SECRETARIAT })
  .input(PreviewRules)
  .output(RulesPreview)
  .query(({ ctx: { deps }, input }) => workOut(deps.prisma, input))

export const adoptRules = memberProcedure
  .meta({ access: SECRETARIAT })
  .input(AdoptRules)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) => {
    const body = findPlanner(granted, null)
    if (body === undefined) throw new Error('a secretariat has a body')
    return publishRules(deps.prisma, { input, body, ...acting(granted, input, path) })
  })
