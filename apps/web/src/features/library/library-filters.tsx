import type { LibraryList } from '@lianxi/schema/views/library'
import { rung as rungs } from '@lianxi/schema/library-vocabulary'
import { workField } from '@lianxi/schema/vocabulary'
import b from '@/features/board/board.module.css'
import { FilterSearch, FilterSelect, named, words } from '@/features/board/filter-fields'
import type { Query } from '@/features/session/search'
import { LIBRARY, SHOW_LABELS } from './words'

/** Filters of the library. A plain GET form: the address says exactly what is shown and can be passed on. */
export function LibraryFilters({ query, list }: { query: Query; list: LibraryList }) {
  const years = list.years.map((year) => ({ value: String(year), label: `${year}年` }))
  const stages = [...words(rungs.labels), { value: 'none', label: '未定' }]
  return (
    <form action={LIBRARY} method="get" className={`${b.filters ?? ''} no-print`} role="search" aria-label="筛选">
      <FilterSearch label="名称或编号" value={query['q']} />
      <FilterSelect name="region" label="地区" options={named(list.regions)} value={query['region']} all="全部" />
      <FilterSelect name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <FilterSelect name="rung" label="阶段" options={stages} value={query['rung']} all="全部" />
      <FilterSelect name="plan" label="出自规划" options={named(list.plans)} value={query['plan']} all="全部" />
      <FilterSelect name="show" label="只看" options={words(SHOW_LABELS)} value={query['show']} all="全部" />
      <FilterSelect name="year" label="滚动年度" options={years} value={String(list.year)} />
      {(['view', 'sort', 'direction', 'pageSize'] as const).map((name) =>
        query[name] === undefined ? null : <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      <button type="submit">筛选</button>
      <a className="button" href={LIBRARY}>
        清除
      </a>
    </form>
  )
}
