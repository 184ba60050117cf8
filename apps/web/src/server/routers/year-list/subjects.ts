import { readListSubjects } from '@lianxi/db/readers/year-list/subjects'
import { readReference } from '@lianxi/db/readers/base/reference'
import { findYearList } from '@lianxi/db/year-list/row'
import { mayDraft } from '@lianxi/domain/year-list/viewer'
import { ListSubjects, ListSubjectsInput } from '@lianxi/schema/views/year-list'
import { memberProcedure } from '../../trpc'
import { DRAFTERS, listViewer } from './access'

/** What issued plans promise, for the drafter of the list. */
export const subjects = memberProcedure
  .meta({ access: DRAFTERS })
  .input(ListSubjectsInput)
  .output(ListSubjects)
  .query(async ({ ctx, input: { zone, list: code, q } }) => {
    const list = await findYearList(ctx.deps.prisma, zone, code)
    if (list === undefined) return { subjects: [] }
    const { listLead = [] } = (await readReference(ctx.deps.prisma, zone)).zone
    if (!mayDraft(listViewer(ctx.granted, zone), list.region, listLead)) return { subjects: [] }
    return { subjects: await readListSubjects(ctx.deps.prisma, list, q) }
  })
