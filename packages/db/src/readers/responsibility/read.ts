import { personsOf } from '@lianxi/domain/year-list/persons'
import { yearOf } from '@lianxi/schema/period'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import type { Database } from '../../client'
import { pickPeriod, readPeriods } from '../base/periods'
import { bodyName, readReference, zoneName } from '../base/reference'
import { type Sight, visibleRegions } from '../moment/frame'
import { readNow } from '../moment/stream-state'
import { choose, type Keep } from './choose'
import { type Carrier, fillIn, findMissing, lineOf } from './lines'

/**
 * Who has what in a year, by body, the viewer's own first: adopted items with who reports, leads and shares them. A duty
 * that was handed over stands with both, each with its periods. Of a zone with more than a few duties: the viewer's own
 * bodies, and the places beside them, of which one is opened, and of its bodies one.
 * @param keep counts of the whole zone, the same for many who ask
 */
export async function readResponsibility(
  db: Database,
  input: ResponsibilityInput,
  { own, sight }: { own: readonly string[]; sight: Sight },
  keep: Keep = (_what, _of, _answer, read) => read(),
): Promise<ResponsibilityView> {
  const { zone } = input
  const [reference, all, now] = await Promise.all([readReference(db, zone), readPeriods(db, zone), readNow(db)])
  const years = [...new Set([...reference.lists.values()].map((list) => list.year))].sort((a, b) => b - a)
  const year = input.year ?? years.find((known) => known <= now.getUTCFullYear()) ?? years[0] ?? now.getUTCFullYear()
  const periods = all.filter(({ period }) => yearOf(period) === year)
  const period = pickPeriod(periods, periods.find((one) => one.period === input.period)?.period, now)
  const { carriers, places, counts, pageSize } = await choose({ db, reference, input, year, period, own, sight, keep })
  const of = { zone, year, visible: new Set(visibleRegions(reference, sight)) }
  const isListed = periods.some((one) => one.period === period.period)
  const { opened, shown } =
    input.body !== null && isListed
      ? await openBody(db, carriers, { ...of, show: input.show, period: period.period })
      : { opened: null, shown: carriers }
  const lines = shown.map((one) => ({
    body: bodyName(reference, one.code),
    items: one.lines.map((line) => lineOf(reference, line)),
  }))
  return {
    ...{
      zone: zoneName(reference),
      year,
      years,
      wholeZone: sight === null,
      places,
      page: input.page,
      pageSize,
      persons: personsOf(lines),
    },
    ...{ period: named(period), periods: periods.map(named), opened, counted: counts },
    bodies: await fillIn(db, reference, shown, { ...of, own, page: input.page, pageSize }),
  }
}

type Opening = Parameters<typeof findMissing>[2] & Pick<ResponsibilityInput, 'show'>

/** Of the one body that is asked for: what it has not reported, chosen before it is cut into pages. */
async function openBody(
  db: Database,
  carriers: Carrier[],
  { show, ...asked }: Opening,
): Promise<{ opened: ResponsibilityView['opened']; shown: Carrier[] }> {
  const [one] = carriers
  const missing = one && (await findMissing(db, one.lines, asked))
  if (one === undefined || missing === undefined) return { opened: null, shown: carriers }
  return {
    opened: { items: one.lines.length, missing: missing.length },
    shown: show === null ? carriers : [{ ...one, lines: missing }],
  }
}

const named = ({ period, label }: PeriodView) => ({ period, label })
