import type { RegionName } from '@lianxi/schema/views/common'
import type { RegionPart } from '@lianxi/schema/views/cross-region'
import type { MatrixRow } from '@lianxi/schema/views/matrix'
import { periodLabel } from '@lianxi/schema/period'
import { disagreement, type Disagreement, filingState, handoverState, stage as stages } from '@lianxi/schema/vocabulary'
import { part, type Part } from './board-file'

const words = (what: readonly Disagreement[]): string => what.map((one) => disagreement.labels[one]).join('；')

/** What stands for a part: its own figures, or for 本期无变化 the last ones. */
const figuresOf = (said: RegionPart | undefined) =>
  said?.nil === true ? said.last : said?.reported === true ? said : null

/** What one region says: four columns, so that a table can count with them. */
function partColumns({ code, name }: RegionName, missing: string): Part<MatrixRow>[] {
  const partOf = ({ parts }: MatrixRow) => parts.find(({ region }) => region.code === code)
  const said = (row: MatrixRow): string => {
    const own = partOf(row)
    if (own === undefined) return ''
    if (!own.reported) return missing
    const { stage = null } = figuresOf(own) ?? {}
    return [stage === null ? '' : stages.labels[stage], own.nil ? '（本期无变化）' : ''].join('')
  }
  return [
    part(`${name} 阶段`, 'text', 14, said),
    part(`${name} 形象进度（%）`, 'percent', 12, (row) => figuresOf(partOf(row))?.progressPercent ?? null),
    part(`${name} 累计投资（万元）`, 'wan', 14, (row) => figuresOf(partOf(row))?.investedTotalWan ?? null),
    part(`${name} 占比（约定）`, 'text', 14, (row) => sharesOf(partOf(row))),
  ]
}

function sharesOf(own: RegionPart | undefined): string {
  const { investedPercent = null, sharePercent = null } = own ?? {}
  if (investedPercent === null && sharePercent === null) return ''
  const agreed = sharePercent === null ? '' : `（约定 ${sharePercent}%）`
  return `${investedPercent === null ? '' : `${investedPercent}%`}${agreed}`
}

const handoversOf = ({ handovers }: MatrixRow): string =>
  handovers
    .filter(({ state }) => state === 'open' || state === 'late')
    .map(
      ({ giver, receiver, what, dueOn, state }) =>
        `${giver.shortName}→${receiver.shortName} ${what}（${dueOn}，${handoverState.labels[state]}）`,
    )
    .join('；')

/** The matrix as a table: a row a project, four columns a region. */
export function matrixParts(regions: readonly RegionName[], fellDue: boolean): Part<MatrixRow>[] {
  const missing = filingState.labels[fellDue ? 'overdue' : 'pending']
  return [
    part('编号', 'text', 16, ({ subject }) => subject),
    part('项目', 'text', 36, ({ name }) => name),
    part('领域', 'text', 12, ({ field }) => field),
    part('报告期', 'text', 14, ({ period }) => periodLabel(period)),
    ...regions.flatMap((region) => partColumns(region, missing)),
    part('不一致', 'text', 30, ({ disagrees }) => words(disagrees)),
    part('待核定', 'text', 30, ({ open }) => words(open)),
    part('核定', 'text', 40, ({ settled }) =>
      settled.map(({ note, person, on }) => `${note}（${person}，${on}）`).join('；'),
    ),
    part('未移交的衔接节点', 'text', 40, handoversOf),
    part('对比时点待核定', 'text', 30, ({ before }) => (before === null ? '' : words(before.open))),
  ]
}
