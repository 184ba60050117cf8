import { partnersOf } from '@lianxi/domain/cross-region/partners'
import { findsAll, searchWords } from '@lianxi/schema/search-words'
import type { CrossRegionLine } from '@lianxi/schema/views/cross-region'
import type { Matrix, MatrixFilter, MatrixInput } from '@lianxi/schema/views/matrix'
import type { Database } from '../../client'
import { type Boards, CURRENT } from '../base/board'
import { readCrossRegion } from './read'
import { readFrame, type Sight } from '../moment/frame'
import { zoneName } from '../base/reference'

const HOLDS: Record<MatrixFilter, (line: CrossRegionLine) => boolean> = {
  open: ({ open }) => open.length > 0,
  settled: ({ disagrees, open }) => disagrees.length > 0 && open.length === 0,
  unsaid: ({ parts }) => parts.some(({ reported }) => !reported),
  late: ({ handovers }) => handovers.some(({ state }) => state === 'late'),
  agrees: ({ disagrees, parts }) => disagrees.length === 0 && parts.every(({ reported }) => reported),
}

const matches =
  ({ region, field, what, q }: MatrixInput) =>
  (line: CrossRegionLine): boolean => {
    return (
      (region === undefined || line.parts.some((part) => part.region.code === region)) &&
      (field === undefined || line.field === field) &&
      (what === undefined || line.disagrees.includes(what)) &&
      findsAll(searchWords(q), [line.name, line.subject])
    )
  }

const keyOf = ({ subject, period }: CrossRegionLine): string => `${subject} ${period}`

/**
 * 跨区域项目对照: what every region says of its part of each project that spans regions, what is open first. An office
 * sees the projects of which it, or a region below it, has a part, with its partners' parts.
 */
export async function readMatrix(
  db: Database,
  input: MatrixInput,
  sight: Sight,
  { board, compared }: Boards = { board: CURRENT, compared: null },
): Promise<Matrix> {
  const frame = await readFrame(db, { zone: input.zone, period: input.period, sight, board })
  const only = sight === null ? {} : { withPartOf: frame.regions }
  const [all, was] = await Promise.all([
    readCrossRegion(frame, only),
    compared === null
      ? []
      : readCrossRegion({ ...frame, board: compared, now: new Date(compared.asOf ?? frame.now) }, only),
  ])
  const before = new Map(was.map((line) => [keyOf(line), line]))
  const asked = all.filter(matches(input))
  const { show, page, pageSize } = input
  const kept = show === undefined ? asked : asked.filter(HOLDS[show])
  const rows = kept.slice((page - 1) * pageSize, page * pageSize).map((line) => {
    const then = before.get(keyOf(line))
    return {
      ...line,
      before: then === undefined ? null : { parts: then.parts, disagrees: then.disagrees, open: then.open },
    }
  })
  const count = (one: MatrixFilter) => asked.filter(HOLDS[one]).length
  return {
    ...{ zone: zoneName(frame.reference), asOf: board.asOf, stream: frame.stream },
    ...{ period: frame.period, periods: frame.periods },
    ...{ rows, total: kept.length, page, pageSize },
    ...{ columns: partnersOf(kept), regions: partnersOf(all) },
    counts: {
      ...{ open: count('open'), settled: count('settled'), unsaid: count('unsaid') },
      ...{ late: count('late'), agrees: count('agrees') },
    },
  }
}
