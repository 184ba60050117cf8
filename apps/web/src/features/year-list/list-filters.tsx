import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { itemAnswer } from '@lianxi/schema/vocabulary'
import type { Query } from '@/features/session/search'
import { FilterLinks } from '@/features/ui/filter-links'
import { listHref } from './words'

/** What of the list is shown: all, one answer, one field, one region. */
export function shown({ items }: YearListView, { show, field, region }: Query): ListItemView[] {
  return items.filter(
    (item) =>
      (show === undefined || item.answer === show) &&
      (field === undefined || item.domain === field) &&
      (region === undefined || item.region.code === region),
  )
}

type Choice = { value: string; text: string; count: number }

/** One kind of filter: a link a word that occurs; nothing to choose from, no row. */
function Choices({
  list,
  query,
  name,
  title,
  choices,
}: ListFiltersProps & { name: string; title: string; choices: Choice[] }) {
  const there = choices.filter(({ count }) => count > 0)
  if (there.length < 2 && query[name] === undefined) return null
  return (
    <FilterLinks
      path={listHref(list.code)}
      query={{ ...query, item: undefined, page: undefined }}
      name={name}
      label={`按${title}筛选`}
      choices={[
        [undefined, `全部${title}`],
        ...there.map(({ value, text, count }) => [value, `${text} ${count}`] as const),
      ]}
    />
  )
}

type ListFiltersProps = { list: YearListView; query: Query }

/** By what was answered, by field and by region, together. */
export function ListFilters({ list, query }: ListFiltersProps) {
  const count = (is: (item: ListItemView) => boolean) => list.items.filter(is).length
  const fields = [...new Set(list.items.flatMap(({ domain }) => domain ?? []))]
  const regions = new Map(list.items.map(({ region }) => [region.code, region.shortName]))
  return (
    <>
      <Choices
        {...{ list, query, name: 'show', title: '情况' }}
        choices={itemAnswer.words.map((answer) => ({
          ...{ value: answer, text: itemAnswer.labels[answer], count: count((item) => item.answer === answer) },
        }))}
      />
      <Choices
        {...{ list, query, name: 'field', title: '领域' }}
        choices={fields.map((field) => ({ value: field, text: field, count: count(({ domain }) => domain === field) }))}
      />
      <Choices
        {...{ list, query, name: 'region', title: '地区' }}
        choices={[...regions].map(([code, text]) => ({
          ...{ value: code, text, count: count(({ region }) => region.code === code) },
        }))}
      />
    </>
  )
}
