import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import type { CrossRegionLine, RegionPart } from '@lianxi/schema/views/cross-region'
import type { PeriodView, RegionName } from '@lianxi/schema/views/common'
import { disagreement, handoverState } from '@lianxi/schema/vocabulary'
import { Empty } from '@/features/shell/page-head'
import { address } from '@/features/session/search'
import { moneyInWords, percent } from '@/features/ui/format'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { Last } from './last'
import { subjectHref, type Time } from './links'
import { figureOf } from './standing'

/** What was invested since the start, its part of the whole beside the agreed one. */
function Invested({ part }: { part: RegionPart }) {
  const { investedPercent, sharePercent } = part
  const invested = part.nil ? (part.last?.investedTotalWan ?? null) : part.investedTotalWan
  if (invested === null && sharePercent === null) return null
  const shares = [
    investedPercent === null ? null : `占 ${percent(investedPercent)}`,
    sharePercent === null ? null : `约定 ${sharePercent}%`,
  ].filter((words) => words !== null)
  return (
    <span className="sub">
      {invested === null ? '' : `累计 ${moneyInWords(invested)} `}
      {shares.join('，')}
    </span>
  )
}

type SaidProps = { part: RegionPart; disagrees: boolean; fellDue: boolean }

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
      {disagrees ? (
        <span className={s.ne}>
          {' '}
          ≠<span className="hidden">不一致</span>
        </span>
      ) : null}
      {part.nil ? <Last last={part.last} /> : null}
      <Invested part={part} />
    </div>
  )
}

type LineProps = { line: CrossRegionLine; fellDue: boolean }

/** A column a region: what they say of one project stands side by side. */
function Columns({ line, fellDue, regions }: LineProps & { regions: RegionName[] }) {
  const disagrees = line.disagrees.length > 0
  return regions.map((region) => {
    const part = line.parts.find((one) => one.region.code === region.code)
    const differs = disagrees && part?.reported === true
    return (
      <td
        key={region.code}
        className={part === undefined ? s.zero : differs ? s.diff : undefined}
        data-label={region.shortName}
        data-empty={part === undefined ? true : undefined}
      >
        {part === undefined ? '—' : <Said part={part} disagrees={disagrees} fellDue={fellDue} />}
      </td>
    )
  })
}

/** In one cell, one below the other: a zone of many regions has no room for a column each. */
function Stacked({ line, fellDue }: LineProps) {
  const disagrees = line.disagrees.length > 0
  return (
    <td data-label="各地所报" className={disagrees ? s.diff : undefined}>
      <dl className={s.parts}>
        {line.parts.map((part) => (
          <div key={part.region.code}>
            <dt>{part.region.shortName}</dt>
            <dd>
              <Said part={part} disagrees={disagrees} fellDue={fellDue} />
            </dd>
          </div>
        ))}
      </dl>
    </td>
  )
}

/** The rule that is broken, and what the secretariat found of it. */
function Checked({ line }: { line: CrossRegionLine }) {
  const { disagrees, open, settled } = line
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
  lines: CrossRegionLine[]
  regions: RegionName[]
  /** Before the due moment what is missing is 待报, after it 未报. */
  fellDue: boolean
  time: Time
  showPeriod?: boolean
}

/** More columns than these nobody compares at a glance. */
const MOST_COLUMNS = 8

/** What the regions say of the same project, side by side; ≠ where it does not fit together. */
export function CrossRegionTable({ lines, regions, fellDue, time, showPeriod = false }: TableProps) {
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
            <tr key={`${line.subject} ${line.period}`}>
              <td>
                <Link href={subjectHref('project', line.subject, time)} prefetch={false}>
                  {line.name}
                </Link>
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

/** The rules by which parts are compared, for who reads the table. */
export function CrossRegionRules() {
  const rules = disagreement.words.map((what) => disagreement.labels[what])
  return (
    <p className="note">
      ≠ 表示：{rules.join('；')}。{'投资占比是本地累计完成投资占各地合计的比重，有一地未报时不比。'}
      {'联席会议办公室核定后，结论列在旁边，直到各地所报再有变化。'}
    </p>
  )
}

type Props = {
  lines: CrossRegionLine[]
  total: number
  disagreeing: number
  regions: RegionName[]
  period: PeriodView
  time: Time
}

export function CrossRegion({ lines, total, disagreeing, regions, period, time }: Props) {
  return (
    <section className={s.section} aria-labelledby="cross-region">
      <header>
        <h2 id="cross-region">跨区域项目</h2>
        <small>各地所报并列；不一致处标 ≠（{disagreeing} 个待核定）</small>
        <Link
          href={address('/board/projects', { ...time, period: period.period, crossRegion: 'true' })}
          prefetch={false}
        >
          全部 {total} 个
        </Link>
      </header>
      {lines.length === 0 ? (
        <Empty title="本期没有跨区域项目的填报">两个以上地区共同承担的项目列入清单后，各地所报会并列在这里。</Empty>
      ) : (
        <>
          <CrossRegionTable lines={lines} regions={regions} fellDue={period.fellDue} time={time} />
          <CrossRegionRules />
        </>
      )}
    </section>
  )
}
