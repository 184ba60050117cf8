import { z } from 'zod'
import { baselineOf } from '@lianxi/domain/place/own-values'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { LastFigure } from '@lianxi/schema/views/cell'
import type { FilterOptions } from '@lianxi/schema/views/lists'
import type { PeriodView, TotalView, YearValueView } from '@lianxi/schema/views/common'
import { Attribute } from '@lianxi/schema/vocabulary'
import { StoredCell } from '../base/cells'
import type { Frame } from '../moment/frame'
import { StoredMark } from '../status/read'
import { StoredNotAsked, toNotAsked } from './not-asked'
import { bodyName, provenance, type Reference, regionName } from '../base/reference'

const shared = {
  subject: z.string(),
  name: z.string(),
  region: z.string(),
  year: z.int(),
  list: z.string().nullable(),
  attribute: Attribute.nullable(),
  body: z.string().nullable(),
  item: ItemListed.nullable(),
  cell: StoredCell.nullable(),
  mark: StoredMark,
  last: LastFigure.nullable(),
  before: StoredCell.nullable(),
  person: z.string().nullable(),
  notAsked: StoredNotAsked,
}
export const StoredTargetRow = z.object({ ...shared, doc: TargetListed, doneOn: z.string().nullable() })
export const StoredProjectRow = z.object({ ...shared, doc: ProjectListed })
type Stored = z.infer<typeof StoredTargetRow> | z.infer<typeof StoredProjectRow>

/** What both lists show of a row. */
export function commonRow(frame: Frame, row: Stored) {
  const { reference } = frame
  return {
    subject: row.subject,
    name: row.name,
    field: row.doc.domain,
    region: reference.regions.has(row.region) ? regionName(reference, row.region) : null,
    attribute: row.attribute,
    listName: row.list === null ? null : (reference.lists.get(row.list)?.name ?? row.list),
    body: row.body === null ? null : bodyName(reference, row.body),
    deadline: row.item?.deadline ?? null,
    source: provenance(reference, row.doc.source),
    state: row.cell?.state ?? null,
    cell: row.cell,
    mark: row.mark,
    last: row.last,
    before: row.before,
    notAsked: toNotAsked(frame, row.notAsked),
    person: row.person,
    dueAt: row.cell?.dueAt ?? null,
  }
}

/**
 * The region's baseline beside a target, in the target's unit. Of a growth rate it is the level the rate starts from, in
 * another unit; only the target's own page shows that, with its note.
 */
export function startOf(doc: TargetListed, region: string, item: ItemListed | null): YearValueView | null {
  const baseline = doc.basis === 'growth' ? null : baselineOf(doc, region, item)
  if (baseline === null) return null
  const { value, year } = baseline
  return { value, year, origin: 'origin' in baseline ? baseline.origin : 'plan' }
}

/** The list's total of a project, else the plan's, and which of them says it. */
export function totalOf(doc: ProjectListed, item: ItemListed | null): TotalView {
  const { totalWan = null, origin } = item?.project ?? {}
  const { investmentWan } = doc
  if (origin === undefined || totalWan === null || totalWan === investmentWan) {
    return { totalWan: investmentWan, totalOrigin: investmentWan === null ? null : 'plan' }
  }
  return { totalWan, totalOrigin: origin }
}

/** What the filters can be set to, of what the viewer may see. */
export function filterOptions(
  reference: Reference,
  periods: PeriodView[],
  period: PeriodView,
  regions: string[],
): FilterOptions {
  const year = Number(period.period.slice(0, 4))
  const seen = new Set(regions)
  return {
    periods,
    regions: regions.map((code) => regionName(reference, code)),
    lists: [...reference.lists.values()].flatMap(({ code, name, year: of }) =>
      of === year ? [{ code, name, year: of }] : [],
    ),
    plans: [...reference.plans.values()].map(({ code, name }) => ({ code, name })),
    bodies: [...reference.bodies.values()].flatMap(({ code, name, region }) =>
      region === null || seen.has(region) ? [{ code, name }] : [],
    ),
  }
}
