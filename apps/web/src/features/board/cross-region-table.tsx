import { periodLabel } from '@lianxi/schema/period'
import type { CrossRegionLine, RegionPart } from '@lianxi/schema/views/cross-region'
import type { RegionName } from '@lianxi/schema/views/common'
import type { MatrixRow } from '@lianxi/schema/views/matrix'
import { type Disagreement, disagreement, handoverState } from '@lianxi/schema/vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import { moneyInWords, percent } from '@/features/ui/format'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { Last } from './last'
import { subjectHref, type Time } from './links'
import { figureOf } from './standing'

/** `before`: how it stood at the moment of comparison, where there is one. */
type Line = CrossRegionLine & { before?: MatrixRow['before'] }

/** What does not fit, in as few words as a cell has room for; the rule itself stands beside. */
export const SHORT = {
  ...{ stage: '阶段', progress: '进度', dates: '日期', share: '占比' },
} as const satisfies Record<Disagreement, string>

/** What was invested since the start, its part of the whole beside the agreed one. */
function Invested({ part }: { part: RegionPart }) {
  const { investedPercent, sharePercent } = part
  const invested = part.nil ? (part.last?.investedTotalWan ?? null) : part.investedTotalWan
  if (invested === null && sharePercent === null) return null
  const said = [
    invested === null ? null : `累计 ${moneyInWords(invested)}`,
    investedPercent === null ? null : `占 ${percent(investedPercent)}`,
    sharePercent === null ? null : `约定 ${sharePercent}%`,
  ].filter((words) => words !== null)
  return <span className="sub">{said.join('，')}</span>
}

const saidWords = (part: RegionPart): string =>
  !part.reported ? '未报' : part.nil ? '本期无变化' : (figureOf(part) ?? '—')

/** How a part stood at the moment of comparison; nothing where it stands as it did. */
function Then({ part, then }: { part: RegionPart; then: RegionPart | undefined }) {
  if (then === undefined) return null
  const [now, before] = [part, then].map((one) => [saidWords(one), one.investedTotalWan ?? ''].join())
  if (now === before) return null
  return <span className="sub">对比时点：{saidWords(then)}</span>
}

type SaidProps = { part: RegionPart; disagrees: readonly Disagreement[]; fellDue: boolean }

/** What one region says of its part. */
function Said({ part, disagrees, fellDue }: SaidProps) {
  if (!part.reported) {
    return (
      <div>
        <FilingMark state={fellDue ? 'overdue' : 'pending'} />
        <Last last={part.last} />
        <Invested part={part} />
      </div>
    )
  }
  return (
    <div>
      {part.nil ? '本期无变化' : (figureOf(part) ?? '—')}
      {disagrees.length > 0 ? (
        <span className={s.ne}>
          {' '}
          ≠<span className="hidden">不一致：</span>
          <span className={s.neWhat}> {disagrees.map((what) => SHORT[what]).join('、')}</span>
        </span>
      ) : null}
      {part.nil ? <Last last={part.last} /> : null}
      <Invested part={part} />
    </div>
  )
}

type LineProps = { line: Line; fellDue: boolean }

const thenOf = ({ before }: Line, part: RegionPart) =>
  before?.parts.find(({ region }) => region.code === part.region.code)

/** A column a region: what they say of one project stands side by side. */
function Columns({ line, fellDue, regions }: LineProps & { regions: RegionName[] }) {
  const { disagrees } = line
  return regions.map((region) => {
    const part = line.parts.find((one) => one.region.code === region.code)
    const differs = disagrees.length > 0 && part?.reported === true
    return (
      <td
        key={region.code}
        className={part === undefined ? s.zero : differs ? s.diff : undefined}
        data-label={region.shortName}
        data-empty={part === undefined ? true : undefined}
      >
        {part === undefined ? (
          '—'
        ) : (
          <div>
            <Said part={part} disagrees={disagrees} fellDue={fellDue} />
            <Then part={part} then={thenOf(line, part)} />
          </div>
        )}
      </td>
    )
  })
}

/** In one cell, one below the other: a zone of many regions has no room for a column each. */
function Stacked({ line, fellDue }: LineProps) {
  const { disagrees } = line
  return (
    <td data-label="各地所报" className={disagrees.length > 0 ? s.diff : undefined}>
      <dl className={s.parts}>
        {line.parts.map((part) => (
          <div key={part.region.code}>
            <dt>{part.region.shortName}</dt>
            <dd>
              <Said part={part} disagrees={disagrees} fellDue={fellDue} />
              <Then part={part} then={thenOf(line, part)} />
            </dd>
          </div>
        ))}
      </dl>
    </td>
  )
}

/** The rule that is broken, and what the secretariat found of it. */
function Checked({ line }: { line: Line }) {
  const { disagrees, open, settled, before } = line
  const changed = before !== undefined && before !== null && before.open.join() !== open.join()
  return (
    <td data-label="核对" className={open.length > 0 ? 'bad' : undefined}>
      <div>
        {disagrees.length === 0 ? '—' : `≠ ${disagrees.map((what) => disagreement.labels[what]).join('；')}`}
        {settled.map(({ event, note, person, on, what }) => (
          <span key={event} className={`sub ${s.settled ?? ''}`}>
            已核定
            {what.length < disagrees.length ? `（${what.map((one) => disagreement.labels[one]).join('；')}）` : ''}：
            {note}（{person}，{on}）
          </span>
        ))}
        {changed ? (
          <span className="sub">
            对比时点：
            {before.open.length === 0
              ? '没有待核定的不一致'
              : before.open.map((what) => disagreement.labels[what]).join('；')}
          </span>
        ) : null}
      </div>
    </td>
  )
}

/** How many handovers stand how; those that are late by name. */
function Handovers({ line: { handovers } }: { line: CrossRegionLine }) {
  const counted = handoverState.words.flatMap((state) => {
    const count = handovers.filter((one) => one.state === state).length
    return count === 0 || state === 'dropped' ? [] : [`${handoverState.labels[state]} ${count}`]
  })
  const late = handovers.filter(({ state }) => state === 'late')
  return (
    <td data-label="衔接节点" data-empty={counted.length === 0} className={late.length > 0 ? 'bad' : undefined}>
      <div>
        {counted.length === 0 ? '—' : counted.join(' · ')}
        {late.map(({ code, giver, receiver, what, dueOn }) => (
          <span key={code} className="sub">
            {giver.shortName} → {receiver.shortName}：{what}（{dueOn} 前）
          </span>
        ))}
      </div>
    </td>
  )
}

type TableProps = {
  lines: Line[]
  regions: RegionName[]
  /** Before the due moment what is missing is 待报, after it 未报. */
  fellDue: boolean
  time: Time
  showPeriod?: boolean
  showField?: boolean
}

/** More columns than these nobody compares at a glance. */
const MOST_COLUMNS = 8

function Table(props: TableProps) {
  const { lines, regions, fellDue, time, showPeriod = false, showField = false } = props
  const stacked = regions.length > MOST_COLUMNS
  return (
    <div className="scroll" role="region" aria-label="跨区域项目各地所报" tabIndex={0}>
      <table className="cards" data-list="cross-region">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {stacked ? <th scope="col">各地所报</th> : null}
            {(stacked ? [] : regions).map((region) => (
              <th key={region.code} scope="col">
                {region.name}
              </th>
            ))}
            <th scope="col">核对</th>
            <th scope="col">衔接节点</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.subject} ${line.period}`} data-key={`${line.subject} ${line.period}`}>
              <td>
                <a href={subjectHref('project', line.subject, time)}>{line.name}</a>
                {showField ? <span className="sub">{line.field}</span> : null}
                {showPeriod ? <span className="sub">{periodLabel(line.period)}</span> : null}
              </td>
              {stacked ? (
                <Stacked line={line} fellDue={fellDue} />
              ) : (
                <Columns line={line} fellDue={fellDue} regions={regions} />
              )}
              <Checked line={line} />
              <Handovers line={line} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the regions say of the same project, side by side; ≠ where it does not fit together. */
export const CrossRegionTable = (props: TableProps) => {
  const { lines, regions, ...also } = props
  return (
    <Drawn what="cross-region" of={lines} also={[regions.map(({ code }) => code), also]}>
      <Table {...props} />
    </Drawn>
  )
}
