import { findYearListView } from '@lianxi/db/readers/year-list/one'
import { YearListInput, YearListView } from '@lianxi/schema/views/year-list'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { listViewer } from './access'

/** Null: there is no such list, or it is somebody else's draft. */
export const one = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(YearListInput)
  .output(YearListView.nullable())
  .query(async ({ ctx, input: { zone, list, asOf } }) => {
    const viewer = listViewer(ctx.granted, zone)
    const seen = { asOf, sight: sightOf(ctx.granted.members) }
    return (await findYearListView(ctx.deps.prisma, zone, list, viewer, seen)) ?? null
  })
