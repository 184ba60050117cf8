import type { ProjectList, ProjectRow } from '@lianxi/schema/views/lists'
import { stage as stages, type ValueOrigin, valueOrigin } from '@lianxi/schema/vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import type { Query } from '@/features/session/search'
import { percent, shortMinuteOf, wan } from '@/features/ui/format'
import s from './board.module.css'
import { FilingCell } from './filing-cell'
import { Last } from './last'
import { type Time, timeOf } from './links'
import { RowStatus } from './not-asked'
import { SortHead } from './sort-head'
import { SubjectName } from './subject-name'

/** A sum with where it comes from. */
function Sum({ amount, origin }: { amount: number | null; origin: ValueOrigin | null }) {
  return (
    <div>
      {wan(amount)}
      {origin === null || amount === null ? null : <span className="sub">{valueOrigin.labels[origin]}</span>}
    </div>
  )
}

const keyOf = ({ subject, region, cell }: ProjectRow): string =>
  `${subject} ${region?.code ?? ''} ${cell?.period ?? ''}`

function Row({ row, time }: { row: ProjectRow; time: Time }) {
  const { cell } = row
  const stage = cell?.stage ?? null
  // Of what this period does not ask for, only what was said before.
  const isSilent = cell === null ? row.state !== null || row.last !== null : stage === null && !cell.nil
  return (
    <tr data-key={keyOf(row)}>
      <td>
        <SubjectName
          kind="project"
          subject={row.subject}
          name={row.name}
          attribute={row.attribute}
          source={row.source}
          time={time}
          crossRegion={row.crossRegion}
        />
      </td>
      <td data-label="地区" className="nowrap">
        {row.region?.shortName ?? '全区'}
      </td>
      <td data-label="总投资" className="num">
        <Sum amount={row.totalWan} origin={row.totalOrigin} />
      </td>
      <td data-label="年度计划" className="num">
        <Sum amount={row.planWan} origin={row.planOrigin} />
      </td>
      <td data-label="本年完成" className="num">
        {wan(cell?.investedYearWan)}
      </td>
      <td data-label="累计完成" className="num">
        {wan(cell?.investedTotalWan)}
      </td>
      <td data-label="阶段" className={row.disagrees.length > 0 ? s.diff : undefined}>
        <div>
          {stage === null ? '—' : stages.labels[stage]}
          {row.disagrees.length > 0 ? <span className={s.ne}> ≠</span> : null}
          {isSilent ? <Last last={row.last} /> : null}
        </div>
      </td>
      <td data-label="形象进度" className="num">
        {cell?.progressPercent ? <b>{percent(cell.progressPercent)}</b> : '—'}
      </td>
      <td data-label="状态">
        <RowStatus row={row} />
      </td>
      <td data-label="填报情况">
        <FilingCell {...row} />
      </td>
      <td data-label="报送" className="nowrap" data-empty={!cell?.reportedAt}>
        <div>
          {cell?.reportedAt ? shortMinuteOf(cell.reportedAt) : ''}
          <span className="sub">{row.person}</span>
        </div>
      </td>
    </tr>
  )
}

type Props = { list: ProjectList; path: string; query: Query }

function Table({ list, path, query }: Props) {
  const head = { path, query }
  return (
    <div className="scroll" role="region" aria-label="项目" tabIndex={0}>
      <table className="cards" data-list="projects">
        <thead>
          <tr>
            <SortHead {...head} sort="name">
              项目
            </SortHead>
            <SortHead {...head} sort="region">
              地区
            </SortHead>
            <SortHead {...head} sort="total" numeric>
              总投资（万元）
            </SortHead>
            <th scope="col" className="num">
              年度计划（万元）
            </th>
            <SortHead {...head} sort="investedYear" numeric>
              本年完成（万元）
            </SortHead>
            <th scope="col" className="num">
              累计完成（万元）
            </th>
            <th scope="col" className={s.stage}>
              阶段
            </th>
            <SortHead {...head} sort="progress" numeric>
              形象进度
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
            <Row key={keyOf(row)} row={row} time={timeOf(query)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Projects with their plan of the year and what was reported; sums in 万元. */
export const ProjectTable = (props: Props) => (
  <Drawn what="table" of={props.list.rows} also={[props.path, props.query]}>
    <Table {...props} />
  </Drawn>
)
