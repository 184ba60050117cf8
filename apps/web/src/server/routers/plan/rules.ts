import { readRules } from '@lianxi/db/rule-set/read'
import { RulesInput, RulesView } from '@lianxi/schema/views/rule-set'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { findPlanner } from './access'

/** By which rules the zone is judged: whoever is judged may know. */
export const rules = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(RulesInput)
  .output(RulesView)
  .query(async ({ ctx: { deps, granted }, input: { zone } }) => ({
    ...(await readRules(deps.prisma, zone)),
    mayAdopt: findPlanner(granted, null) !== undefined,
  }))
