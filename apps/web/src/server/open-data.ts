import { chunksOf } from '@lianxi/db/chunks-of'
import type { Database } from '@lianxi/db/client'
import { boardAt } from '@lianxi/db/readers/base/board'
import { readPublicItems } from '@lianxi/db/readers/public/items'
import { filteredEntries, publicZone } from '@lianxi/db/readers/public/page'
import { LICENCE, OPEN_FIELDS, type OpenField, type OpenRow } from '@lianxi/schema/views/open-data'
import type { PublicFigure, PublicInput, PublicItem, PublicList } from '@lianxi/schema/views/public'
import { chinaSecond } from '../features/ui/format'
import { BYTE_ORDER_MARK, csvLine } from './csv'
import type { Released } from './released'

/** Items read at once; the whole is never in memory. */
const AT_ONCE = 500

export const DICTIONARY = '/api/public/dictionary.json'
export const FORMATS = {
  'items.csv': 'text/csv; charset=utf-8',
  'items.json': 'application/json; charset=utf-8',
} as const
export type OpenFile = keyof typeof FORMATS
export const isOpenFile = (name: string): name is OpenFile => Object.hasOwn(FORMATS, name)

export type Asked = { db: Database; released: Released; filters: Omit<PublicInput, 'zone' | 'page'> }

/** The rows of the open data, as the page has them: the filters' items in the order of the lists. */
export async function* rowsOf({ db, released, filters }: Asked): AsyncGenerator<OpenRow> {
  const { index, stamp } = released
  const { lists, zone } = publicZone(index, stamp)
  const listOf = new Map(lists.map((list) => [list.code, list]))
  const codes = filteredEntries(index.entries, filters).map(({ code }) => code)
  for (const some of chunksOf(codes, AT_ONCE)) {
    for (const item of await readPublicItems(db, index, some, boardAt(stamp))) {
      const list = listOf.get(item.list)
      if (list === undefined) continue
      const same = { zone: zone.code, zoneName: zone.name, ...promiseOf(item, list), ...sourceOf(item), asOf: stamp }
      const figures = item.figures.length === 0 ? [undefined] : item.figures
      for (const figure of figures) yield { ...same, ...figureOf(figure), licence: LICENCE.name }
    }
  }
}

function promiseOf(item: PublicItem, list: PublicList) {
  const { target, project, region } = item
  return {
    ...{ list: list.code, listName: list.name, adoptedBy: list.adoptedBy, adoptedOn: list.adoptedOn },
    ...{ item: item.item, subject: item.subject, kind: item.kind, name: item.name, field: item.field, year: item.year },
    ...{ region: region.code, regionName: region.name, attribute: item.attribute, leadBody: item.leadBody },
    ...{ deadline: item.deadline, unit: item.unit, comparator: target?.comparator ?? null },
    ...{ baseline: target?.baseline?.value ?? null, baselineYear: target?.baseline?.year ?? null },
    baselineOrigin: target?.baseline?.origin ?? null,
    ...{ planValue: target?.planValue ?? null, planValueHigh: target?.planValueHigh ?? null },
    planOf: target === null ? null : (target.planOf ?? region.name),
    ...{ targetYear: target?.targetYear ?? null, yearValue: target?.yearValue?.value ?? null },
    ...{ yearValueOrigin: target?.yearValue?.origin ?? null, totalWan: project?.totalWan ?? null },
    ...{ totalOrigin: project?.totalOrigin ?? null, planWan: project?.planWan ?? null },
    planOrigin: project?.planOrigin ?? null,
  }
}

const figureOf = (figure: PublicFigure | undefined) => ({
  ...{ period: figure?.period ?? null, value: figure?.value ?? null, doneOn: figure?.doneOn ?? null },
  stage: figure?.stage ?? null,
  ...{ progressPercent: figure?.progressPercent ?? null, investedYearWan: figure?.investedYearWan ?? null },
  ...{ investedTotalWan: figure?.investedTotalWan ?? null, text: figure?.text || null },
  ...{ figureSource: figure?.figureSource || null, reportedOn: figure?.reportedOn ?? null },
  revision: figure?.revision ?? null,
})

const sourceOf = ({ source: { plan, planName, documentNumber, chapter, section, box, line } }: PublicItem) => ({
  ...{ plan, planName, documentNumber, chapter, section, box, line },
})

/** A value as people read it in a table: words for codes, and the moment as it is in China. */
function inWords({ name, codes }: OpenField, row: OpenRow): string {
  const value = String(row[name] ?? '')
  if (name === 'asOf') return chinaSecond(value)
  return codes?.[value] ?? value
}

async function* csvOf(asked: Asked): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(OPEN_FIELDS.map(({ head }) => head))
  for await (const row of rowsOf(asked)) yield csvLine(OPEN_FIELDS.map((field) => inWords(field, row)))
}

/** In the order of the dictionary. */
const NAMES = OPEN_FIELDS.map(({ name }) => name)

async function* jsonOf(asked: Asked): AsyncGenerator<string> {
  const { index, stamp, today } = asked.released
  const { zone } = publicZone(index, stamp)
  const about = {
    zone: zone.code,
    zoneName: zone.name,
    asOf: stamp,
    day: today,
    licence: LICENCE,
    dictionary: DICTIONARY,
  }
  yield `${JSON.stringify(about).slice(0, -1)},"rows":[`
  let first = true
  for await (const row of rowsOf(asked)) {
    yield `${first ? '' : ','}\n${JSON.stringify(row, NAMES)}`
    first = false
  }
  yield '\n]}\n'
}

/** The file as it is written, some rows at a time. */
export const openFile = (file: OpenFile, asked: Asked): AsyncGenerator<string> =>
  file === 'items.csv' ? csvOf(asked) : jsonOf(asked)
