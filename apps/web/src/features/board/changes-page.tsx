import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import { CHANGE_LABELS, ChangeKind, type ChangeLine, type Changes, type CellSide } from '@lianxi/schema/views/changes'
import { workField } from '@lianxi/schema/vocabulary'
import { PARTNERS } from '@/features/partner/words'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import { minuteOf, shortMinuteOf } from '@/features/ui/format'
import { FilingMark } from '@/features/ui/mark'
import { StatusSign } from '@/features/ui/status-mark'
import s from './board.module.css'
import { ExportLink } from './export-link'
import { FilterSelect, named, words } from './filter-fields'
import { FilterNote } from './filter-note'
import { changeFilters } from './filter-words'
import { CHANGES, subjectHref, type Time, timeOf } from './links'
import { comparedWords } from './moment-words'
import { NothingFound } from './nothing-found'
import { Pager } from './pager'
import { PictureNote } from './picture-note'
import { figuresOf } from './standing'
import { TimeFields } from './time-fields'
import { WholeLink } from './whole-link'

function Side({ side, unit }: { side: CellSide | null; unit: string | null }) {
  if (side === null) return <span className="quiet">—</span>
  const said = side.nil ? '本期无变化' : figuresOf({ ...side, unit })
  return (
    <div>
      <FilingMark state={side.state} />
      {side.confirmed ? '（已确认）' : null}
      {side.status === null ? null : (
        <>
          {' '}
          <StatusSign status={side.status} />
        </>
      )}
      {side.overridden ? '（人工认定）' : null}
      {said === null ? null : <span className="sub">{said}</span>}
    </div>
  )
}

/** How the item stood in the period before, where this one had no status yet. */
function Earlier({ earlier }: { earlier: ChangeLine['earlier'] }) {
  if (earlier === null) return null
  return (
    <div>
      {periodLabel(earlier.period)} <StatusSign status={earlier.status} />
      {earlier.overridden ? '（人工认定）' : null}
    </div>
  )
}

/** A partnership may be about another zone's project, which has no page here. */
const hrefOf = (line: ChangeLine, time: Time): string =>
  line.kinds.includes('partnership')
    ? address(PARTNERS, { asOf: time.asOf })
    : subjectHref(line.kind, line.subject, time)

function Line({ line, time }: { line: ChangeLine; time: Time }) {
  return (
    <tr>
      <td>
        <Link href={hrefOf(line, time)} prefetch={false}>
          {line.name}
        </Link>
        <span className="sub">
          {line.subject}
          {line.period === null ? '' : ` · ${periodLabel(line.period)}`}
        </span>
      </td>
      <td data-label="地区" className="nowrap">
        {line.region?.shortName ?? '—'}
      </td>
      <td data-label="变化">{line.kinds.map((kind) => CHANGE_LABELS[kind]).join('、')}</td>
      {line.note === null ? (
        <>
          <td data-label="当时">
            <Earlier earlier={line.earlier} />
            {line.earlier !== null && line.before === null ? null : <Side side={line.before} unit={line.unit} />}
          </td>
          <td data-label="现在">
            <Side side={line.after} unit={line.unit} />
          </td>
        </>
      ) : (
        <td data-label="内容" colSpan={2}>
          {line.note}
        </td>
      )}
      <td data-label="时间" className="nowrap">
        <time dateTime={line.at} title={minuteOf(line.at)}>
          {shortMinuteOf(line.at)}
        </time>
      </td>
    </tr>
  )
}

function Table({ rows, time }: { rows: ChangeLine[]; time: Time }) {
  return (
    <div className="scroll" role="region" aria-label="变化" tabIndex={0}>
      <table className="cards" data-list="changes">
        <thead>
          <tr>
            <th scope="col">指标或项目</th>
            <th scope="col">地区</th>
            <th scope="col">变化</th>
            <th scope="col">当时</th>
            <th scope="col">现在</th>
            <th scope="col">时间</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <Line
              key={`${line.subject} ${line.region?.code ?? ''} ${line.period ?? ''} ${line.kinds.join()} ${line.at} ${line.note ?? ''}`}
              line={line}
              time={time}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Filters({ changes, query }: { changes: Changes; query: Query }) {
  const periods = changes.periods.map(({ period, label }) => ({ value: period, label }))
  const kinds = ChangeKind.options.flatMap((kind) => {
    const count = changes.counts[kind] ?? 0
    return count === 0 && query['change'] !== kind ? [] : [{ value: kind, label: `${CHANGE_LABELS[kind]} ${count}` }]
  })
  return (
    <form action={CHANGES} method="get" className={`${s.filters ?? ''} no-print`} role="search" aria-label="筛选">
      <TimeFields query={query} />
      <FilterSelect name="change" label="变化" options={kinds} value={query['change']} all="全部" />
      <FilterSelect name="period" label="报告期" options={periods} value={query['period']} all="全部" />
      <FilterSelect name="region" label="地区" options={named(changes.regions)} value={query['region']} all="全部" />
      <FilterSelect name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <button type="submit">查看</button>
      <a className="button" href={address(CHANGES, timeOf(query))}>
        清除
      </a>
    </form>
  )
}

/** What changed between two moments, each line with how it was and how it is. */
export function ChangesPage({ changes, query }: { changes: Changes; query: Query }) {
  const { zone, comparedWith, total, page, pageSize } = changes
  const pager = { path: CHANGES, query, total, page, pageSize }
  return (
    <>
      <PageHead
        title={`${zone.name} · 变化${comparedWith === null ? '' : ` ${total} 条`}`}
        note={
          <>
            {comparedWith === null ? null : (
              <p className="note">
                与{comparedWords(changes, query['comparedWith'])}相比；期间发生又恢复原状的不列。
                {changes.comparedNote === null ? '' : '可在“对比”中改选时点。'}
              </p>
            )}
            <FilterNote filters={changeFilters(query, changes)} />
            <PictureNote zone={zone.code} picture={changes} path={CHANGES} query={query} />
          </>
        }
        controls={
          <>
            <WholeLink {...pager} />
            <ExportLink what="changes" zone={zone.code} query={query} />
          </>
        }
      />
      <Filters changes={changes} query={query} />
      <Pager {...pager} />
      {total === 0 ? (
        <NothingFound
          query={query}
          options={changes}
          title={comparedWith === null ? '没有可以对比的时点。' : '没有符合条件的变化。'}
        >
          {comparedWith === null
            ? '上一报告期还没有截止；请在“对比”中选择日期和时间。'
            : '请放宽筛选条件，或在“对比”中选择更早的时点。'}
        </NothingFound>
      ) : (
        <Table rows={changes.rows} time={timeOf(query)} />
      )}
      {total > pageSize ? <Pager label="翻页（表后）" {...pager} /> : null}
    </>
  )
}
