import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { Entry } from '../commands/entry'
import { ReportKey } from '../commands/report'
import { Period } from '../period'
import { CheckContext } from './check-context'
import { PeriodView, RegionName, StreamState } from './common'
import { DueRow, Permission } from './office'
import { OfficeReport } from './result'

export const OfficeGridInput = z.strictObject({ zone: ZoneCode, region: RegionCode, period: Period.optional() })

/** A row of the grid form: what is due, and all its cells need to be filled in and checked in the browser. */
export const GridRow = z.strictObject({
  ...ReportKey.shape,
  due: DueRow,
  report: OfficeReport.nullable().meta({
    description: 'null: nothing yet, then `prefill` is what the row starts with',
  }),
  prefill: Entry,
  check: CheckContext,
  write: Permission,
})
export type GridRow = z.infer<typeof GridRow>

export const OfficeGrid = z.strictObject({
  region: RegionName,
  period: PeriodView,
  periods: z.array(PeriodView),
  rows: z.array(GridRow).meta({ description: 'duties of the viewer’s bodies, in the order of the year’s list' }),
  stream: StreamState,
})
export type OfficeGrid = z.infer<typeof OfficeGrid>
