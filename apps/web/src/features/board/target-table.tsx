import type { TargetList, TargetRow } from '@lianxi/schema/views/lists'
import type { ZoneRollUp } from '@lianxi/schema/views/roll-up'
import { originNote } from '@lianxi/schema/origin-note'
import { valueOrigin } from '@lianxi/schema/vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import type { Query } from '@/features/session/search'
import { figure, grouped, shortMinuteOf } from '@/features/ui/format'
import { FilingCell } from './filing-cell'
import { Last } from './last'
import { promised } from './promise-words'
import { type Time, timeOf } from './links'
import { ZoneSum } from './roll-up'
import { RowStatus } from './not-asked'
import { SortHead } from './sort-head'
import { SubjectName } from './subject-name'

/** The figure, or of a qualitative target whether it is done; where nothing was said, grey, what was said last. */
function Said({ row }: { row: TargetRow }) {
  const { cell, doneOn, basis, state, last } = row
  const value = cell?.value ?? null
  if (value !== null) return <b>{grouped(value)}</b>
  if (doneOn !== null) return <>{doneOn} 完成</>
  if (basis === 'flag') return cell?.reportedAt ? '尚未完成' : '—'
  return <>—{state === null && last === null ? null : <Last last={last} />}</>
}

/** Where the region starts, and what the plan wants: of it, or of the whole it is a part of. */
function Planned({ row }: { row: TargetRow }) {
  return (
    <>
      <td data-label="基期值" className="num">
        <div>
          {figure(row.baseline?.value)}
          {row.baseline === null ? null : (
            <span className="sub">
              {row.baseline.year}年{originNote(row.baseline.origin)}
            </span>
          )}
        </div>
      </td>
      <td data-label="规划目标" className="num">
        <div>
          {promised(row.comparator, row.planValue, row.planValueHigh)}
          <span className="sub">
            {row.planOf === null ? '' : `${row.planOf}，`}
            {row.targetYear}年
          </span>
        </div>
      </td>
    </>
  )
}

const keyOf = ({ subject, region, cell }: TargetRow): string => `${subject} ${region?.code ?? ''} ${cell?.period ?? ''}`

function Row({ row, rollUp, time }: { row: TargetRow; rollUp: ZoneRollUp | undefined; time: Time }) {
  return (
    <tr data-key={keyOf(row)}>
      <td>
        <SubjectName
          kind="target"
          subject={row.subject}
          name={row.name}
          attribute={row.attribute}
          source={row.source}
          time={time}
        />
        {rollUp === undefined ? null : <ZoneSum rollUp={rollUp} />}
      </td>
      <td data-label="地区" className="nowrap">
        {row.region?.shortName ?? '全区'}
      </td>
      <td data-label="单位" className="nowrap">
        {row.unit ?? '—'}
      </td>
      <Planned row={row} />
      <td data-label="本年目标" className="num">
        <div>
          {figure(row.yearValue?.value)}
          {row.yearValue === null ? null : <span className="sub">{valueOrigin.labels[row.yearValue.origin]}</span>}
        </div>
      </td>
      <td data-label="本期完成" className="num">
        <div>
          <Said row={row} />
        </div>
      </td>
      <td data-label="状态">
        <RowStatus row={row} />
      </td>
      <td data-label="填报情况">
        <FilingCell {...row} />
      </td>
      <td data-label="报送" className="nowrap" data-empty={!row.cell?.reportedAt}>
        <div>
          {row.cell?.reportedAt ? shortMinuteOf(row.cell.reportedAt) : ''}
          <span className="sub">{row.person}</span>
        </div>
      </td>
    </tr>
  )
}

type Props = { list: TargetList; path: string; query: Query }

function Table({ list, path, query }: Props) {
  const head = { path, query }
  return (
    <div className="scroll" role="region" aria-label="目标" tabIndex={0}>
      <table className="cards" data-list="targets">
        <thead>
          <tr>
            <SortHead {...head} sort="name">
              指标
            </SortHead>
            <SortHead {...head} sort="region">
              地区
            </SortHead>
            <th scope="col">单位</th>
            <th scope="col" className="num">
              基期值
            </th>
            <th scope="col" className="num">
              规划目标
            </th>
            <th scope="col" className="num">
              本年目标
            </th>
            <SortHead {...head} sort="value" numeric>
              本期完成
            </SortHead>
            <SortHead {...head} sort="status">
              状态
            </SortHead>
            <SortHead {...head} sort="state">
              填报情况
            </SortHead>
            <SortHead {...head} sort="reportedAt">
              报送
            </SortHead>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row
              key={keyOf(row)}
              row={row}
              rollUp={list.rollUps.find(({ subject }) => subject === row.subject)}
              time={timeOf(query)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Targets with what is promised and what was reported; `path` makes the heads sort by the address. */
export const TargetTable = (props: Props) => (
  <Drawn what="table" of={props.list.rows} also={[props.path, props.query]}>
    <Table {...props} />
  </Drawn>
)
