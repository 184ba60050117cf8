import { MATRIX_LABELS, type Matrix, MatrixFilter } from '@lianxi/schema/views/matrix'
import { workField } from '@lianxi/schema/vocabulary'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import s from './board.module.css'
import { CrossRegionRules } from './cross-region'
import { CrossRegionTable, SHORT } from './cross-region-table'
import { ExportLink } from './export-link'
import { FilterSearch, FilterSelect, named, words } from './filter-fields'
import { FilterNote } from './filter-note'
import { matrixFilters } from './filter-words'
import { CROSS_REGION, timeOf } from './links'
import { NothingFound } from './nothing-found'
import { Pager } from './pager'
import { PictureNote } from './picture-note'
import { TimeFields } from './time-fields'
import { WholeLink } from './whole-link'

function Filters({ matrix, query }: { matrix: Matrix; query: Query }) {
  const periods = matrix.periods.map(({ period, label }) => ({ value: period, label }))
  const shows = MatrixFilter.options.map((value) => ({
    value,
    label: `${MATRIX_LABELS[value]} ${matrix.counts[value]}`,
  }))
  return (
    <form action={CROSS_REGION} method="get" className={`${s.filters ?? ''} no-print`} role="search" aria-label="筛选">
      <FilterSelect name="period" label="报告期" options={periods} value={matrix.period.period} />
      <FilterSelect name="show" label="核对情况" options={shows} value={query['show']} all="全部" />
      <FilterSelect name="what" label="不一致" options={words(SHORT)} value={query['what']} all="全部" />
      <FilterSelect name="region" label="参与地区" options={named(matrix.regions)} value={query['region']} all="全部" />
      <FilterSelect name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <TimeFields query={query} />
      <FilterSearch label="名称或编号" value={query['q']} />
      <button type="submit">筛选</button>
      <a className="button" href={address(CROSS_REGION, timeOf(query))}>
        清除
      </a>
    </form>
  )
}

/** 跨区域项目对照: a row a project, a column a region; what is open first. */
export function MatrixPage({ matrix, query }: { matrix: Matrix; query: Query }) {
  const { zone, period, counts, total, page, pageSize, columns } = matrix
  const pager = { path: CROSS_REGION, query, total, page, pageSize }
  return (
    <>
      <PageHead
        title={`跨区域项目对照 · ${period.label}`}
        note={
          <>
            <p className="note">
              {total} 个项目，{columns.length} 个地区；不一致待核定 {counts.open} 个，衔接节点逾期 {counts.late} 个。
            </p>
            <FilterNote filters={matrixFilters(query, matrix)} />
            <PictureNote zone={zone.code} picture={matrix} path={CROSS_REGION} query={query} />
          </>
        }
        controls={
          <>
            <WholeLink {...pager} />
            <ExportLink what="cross-region" zone={zone.code} query={query} />
          </>
        }
      />
      <Filters matrix={matrix} query={query} />
      <Pager {...pager} />
      {total === 0 ? (
        <NothingFound query={query} options={matrix} title="没有符合条件的跨区域项目。">
          两个以上地区共同承担、列入年度清单的项目才在这里；请放宽筛选条件或选择其他报告期。
        </NothingFound>
      ) : (
        <>
          <CrossRegionTable
            lines={matrix.rows}
            regions={columns}
            fellDue={period.fellDue}
            time={timeOf(query)}
            showField
          />
          <CrossRegionRules />
        </>
      )}
      {total > pageSize ? <Pager label="翻页（表后）" {...pager} /> : null}
    </>
  )
}
