import type { LibraryList } from '@lianxi/schema/views/library'
import { rung as rungs } from '@lianxi/schema/library-vocabulary'
import { workField } from '@lianxi/schema/vocabulary'
import b from '@/features/board/board.module.css'
import type { Query } from '@/features/session/search'
import { LIBRARY, SHOW_LABELS } from './words'

type Option = { value: string; label: string }
type SelectProps = { name: string; label: string; options: Option[]; value: string | undefined; all?: string }

function Select({ name, label, options, value, all }: SelectProps) {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} defaultValue={value ?? ''} key={value ?? ''}>
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

const words = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const named = (list: { code: string; name: string }[]): Option[] =>
  list.map(({ code, name }) => ({ value: code, label: name }))

/** Filters of the library. A plain GET form: the address says exactly what is shown and can be passed on. */
export function LibraryFilters({ query, list }: { query: Query; list: LibraryList }) {
  const years = list.years.map((year) => ({ value: String(year), label: `${year}年` }))
  const stages = [...words(rungs.labels), { value: 'none', label: '未定' }]
  return (
    <form action={LIBRARY} method="get" className={`${b.filters ?? ''} no-print`} role="search" aria-label="筛选">
      <div>
        <label htmlFor="f-q">名称或编号</label>
        <input id="f-q" name="q" type="search" maxLength={60} defaultValue={query['q'] ?? ''} key={query['q'] ?? ''} />
      </div>
      <Select name="region" label="地区" options={named(list.regions)} value={query['region']} all="全部" />
      <Select name="field" label="领域" options={words(workField.labels)} value={query['field']} all="全部" />
      <Select name="rung" label="阶段" options={stages} value={query['rung']} all="全部" />
      <Select name="plan" label="出自规划" options={named(list.plans)} value={query['plan']} all="全部" />
      <Select name="show" label="只看" options={words(SHOW_LABELS)} value={query['show']} all="全部" />
      <Select name="year" label="滚动年度" options={years} value={String(list.year)} />
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
