import Link from 'next/link'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { ListPlan, ListPlanRow } from '@lianxi/schema/views/year-list'
import { valueOrigin } from '@lianxi/schema/vocabulary'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { FilterLinks } from '@/features/ui/filter-links'
import { figureOf, lineOf } from './take-figures'
import { TakeForm } from './take-form'
import { LINE, listHref, listPlanHref } from './words'
import s from './year-list.module.css'

/** The year's figure as the plan gives it or derived, to be changed; what is only done or not has none. */
function Figure({ row, line, label }: { row: ListPlanRow; line: string; label: string }) {
  if (row.qualitative) return <span className="sub">定性：到期完成，以佐证材料为据</span>
  return (
    <div>
      <input
        name={figureOf(line)}
        aria-label={label}
        inputMode="decimal"
        size={10}
        autoComplete="off"
        defaultValue={row.figure.value ?? row.figure.planWan ?? ''}
      />{' '}
      {row.unit ?? ''}
      <span className="sub">
        {row.origin === null ? '规划没有给出，可填写或留待协商' : valueOrigin.labels[row.origin]}
        {row.arithmetic === null ? '' : `：${row.arithmetic}`}
      </span>
    </div>
  )
}

function Row({ row, year }: { row: ListPlanRow; year: number }) {
  const line = lineOf(row.subject, row.region.code)
  const what = `${row.name}（${row.region.shortName}）`
  return (
    <tr>
      <td>
        {row.body === null ? null : (
          <input type="checkbox" name={LINE} value={line} aria-label={what} autoComplete="off" />
        )}
      </td>
      <td data-label="领域" className="nowrap">
        {row.field}
      </td>
      <td data-label="目标任务">
        <div>
          {row.name}
          <span className="sub">{row.source}</span>
        </div>
      </td>
      <td data-label="地区" className="nowrap">
        {row.region.shortName}
      </td>
      <td data-label="规划目标">{row.promise ?? '—'}</td>
      <td data-label={`${year}年`}>
        <Figure row={row} line={line} label={`${what}${year}年数值`} />
      </td>
      <td data-label="填报单位">
        {row.body === null || row.frequency === null ? (
          <span className="bad">该地区没有登记统筹部门，暂不能列入</span>
        ) : (
          <div>
            {row.body.name}
            <span className="sub">按{FREQUENCY_LABELS[row.frequency]}填报</span>
          </div>
        )}
      </td>
    </tr>
  )
}

function Table({ view }: { view: ListPlan }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">选</th>
          <th scope="col">领域</th>
          <th scope="col">目标任务</th>
          <th scope="col">地区</th>
          <th scope="col">规划目标</th>
          <th scope="col">{view.list.year}年</th>
          <th scope="col">填报单位</th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <Row key={lineOf(row.subject, row.region.code)} row={row} year={view.list.year} />
        ))}
      </tbody>
    </table>
  )
}

/** Which of the plan's lines are shown: a field's, a region's. */
function Filters({ view, query }: { view: ListPlan; query: Query }) {
  const of = { path: listPlanHref(view.list.code), query }
  return (
    <>
      <FilterLinks
        {...of}
        name="field"
        label="按领域筛选"
        choices={[
          [undefined, '全部领域'],
          ...view.fields.map(({ field, count }) => [field, `${field} ${count}`] as const),
        ]}
      />
      <FilterLinks
        {...of}
        name="region"
        label="按地区筛选"
        choices={[
          [undefined, '全部地区'],
          ...view.regions.map(({ region, count }) => [region.code, `${region.shortName} ${count}`] as const),
        ]}
      />
    </>
  )
}

function ChoosePlan({ view }: { view: ListPlan }) {
  return (
    <form className={`${s.asOf ?? ''} no-print`} role="search" aria-label="选择规划">
      <label htmlFor="plan">规划</label>
      <select id="plan" name="plan" defaultValue={view.plan ?? ''} key={view.plan}>
        {view.plans.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className="small">
        查看
      </button>
    </form>
  )
}

/** 从规划列入: what an issued plan promises and the list does not have yet; chosen lines go on it together. */
export function TakePage({ view, query }: { view: ListPlan; query: Query }) {
  const { list, rows, more, zone } = view
  const offered = rows.flatMap(({ subject, region, name, kind, unit, body, figure: before, beside, totalWan }) => {
    const line = lineOf(subject, region.code)
    const words = `${name}（${region.shortName}）`
    return body === null ? [] : [{ line, name: words, kind, unit, before, held: { beside, totalWan } }]
  })
  return (
    <>
      <PageHead
        title="从规划列入"
        note={
          <p className="note">
            {list.name}。全区的目标按责任地区各列一行（分解），数值可在此改定，也可留空由各地提出。
          </p>
        }
        controls={
          <Link className="link" href={listHref(list.code)} prefetch={false}>
            返回清单
          </Link>
        }
      />
      <ChoosePlan view={view} />
      <Filters view={view} query={query} />
      {more === 0 ? null : <p className="note">还有 {more} 行没有显示，请按领域或地区筛选后办理。</p>}
      {/* Other lines, nothing chosen. */}
      <TakeForm
        key={[view.plan, query['field'], query['region']].join(' ')}
        zone={zone.code}
        list={list}
        offered={offered}
        of={[view.plan, query['field'], query['region']].join(' ')}
      >
        {rows.length === 0 ? (
          <Empty title="没有可列入的。">
            {view.plans.length === 0 ? '还没有已印发的规划，请先导入。' : '这里的目标和项目都已在清单中。'}
          </Empty>
        ) : (
          <Table view={view} />
        )}
      </TakeForm>
    </>
  )
}
