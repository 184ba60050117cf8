import { CELL_FILTER_LABELS, CellFilter } from '@lianxi/schema/views/cell'
import type { FilterOptions } from '@lianxi/schema/views/lists'
import { status } from '@lianxi/schema/status-vocabulary'
import { attribute, workField } from '@lianxi/schema/vocabulary'
import { address, type Query } from '@/features/session/search'
import { Drawn } from '@/features/drawn/drawn'
import s from './board.module.css'
import { FilterSearch, FilterSelect, named, words } from './filter-fields'
import { timeOf } from './links'
import { TimeFields } from './time-fields'

type Props = {
  action: string
  query: Query
  options: FilterOptions
  period: string
  projects?: boolean
  listed?: boolean
}

function Filters({ action, query, options, period, projects = false, listed = true }: Props) {
  const periods = options.periods.map((view) => ({ value: view.period, label: view.label }))
  const shows = CellFilter.options.map((value) => ({ value, label: CELL_FILTER_LABELS[value] }))
  return (
    <form action={action} method="get" className={`${s.filters ?? ''} no-print`} role="search" aria-label="筛选">
      <FilterSelect name="period" label="报告期" options={periods} value={period} />
      <FilterSelect name="region" label="地区" options={named(options.regions)} value={query['region']} all="全部" />
      <FilterSelect name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <FilterSelect name="status" label="状态" options={words(status.labels)} value={query['status']} all="全部" />
      <FilterSelect name="show" label="填报情况" options={shows} value={query['show']} all="全部" />
      <FilterSelect
        name="attribute"
        label="属性"
        options={words(attribute.labels)}
        value={query['attribute']}
        all="全部"
      />
      <FilterSelect name="plan" label="出自规划" options={named(options.plans)} value={query['plan']} all="全部" />
      {listed ? (
        <FilterSelect
          name="scope"
          label="范围"
          options={[
            { value: 'listed', label: '列入清单' },
            { value: 'all', label: '规划全部' },
          ]}
          value={query['scope'] ?? 'listed'}
        />
      ) : null}
      {projects ? (
        <FilterSelect
          name="crossRegion"
          label="跨区域"
          options={[{ value: 'true', label: '只看跨区域' }]}
          value={query['crossRegion']}
          all="全部"
        />
      ) : null}
      <TimeFields query={query} />
      <FilterSearch label="名称或编号" value={query['q']} />
      {query['sort'] === undefined ? null : <input type="hidden" name="sort" value={query['sort']} />}
      {query['direction'] === undefined ? null : <input type="hidden" name="direction" value={query['direction']} />}
      <button type="submit">筛选</button>
      <a className="button" href={address(action, timeOf(query))} data-hard>
        清除
      </a>
    </form>
  )
}

/** Filters of a list. A plain GET form: the address says exactly what is shown and can be passed on. */
export const ListFilters = (props: Props) => {
  const { options, ...also } = props
  return (
    <Drawn what="filters" of={options} also={also}>
      <Filters {...props} />
    </Drawn>
  )
}
