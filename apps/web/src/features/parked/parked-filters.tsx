import type { ComponentProps } from 'react'
import { parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { ParkedList } from '@lianxi/schema/views/parked'
import boardStyles from '@/features/board/board.module.css'
import { FilterSearch, FilterSelect } from '@/features/board/filter-fields'
import type { Query } from '@/features/session/search'
import { PARKED } from './words'

type Props = Pick<ComponentProps<typeof FilterSelect>, 'name' | 'label' | 'options' | 'value'>

/** What the address asks for stays to be seen, also where no open message has it any more. */
function Select({ name, label, options, value }: Props) {
  const all =
    value === undefined || options.some((option) => option.value === value)
      ? options
      : [...options, { value, label: name === 'reason' ? parkedReasonLabel(value) : value }]
  return <FilterSelect name={name} label={label} options={all} value={value} all="全部" />
}

/** A plain GET form: the address says exactly what is shown and can be passed on. */
export function ParkedFilters({ query, summary }: { query: Query; summary: ParkedList['summary'] }) {
  const regions = new Map(
    summary.map(({ region, regionName }) => [
      region ?? 'zone',
      region === null ? '经济区主题' : (regionName ?? region),
    ]),
  )
  const reasons = [...new Set(summary.map(({ reason }) => reason))]
  return (
    <form
      action={PARKED}
      method="get"
      role="search"
      aria-label="筛选"
      className={`${boardStyles.filters ?? ''} no-print`}
    >
      {query['state'] === undefined ? null : <input type="hidden" name="state" value={query['state']} />}
      <Select
        name="region"
        label="行政区"
        options={[...regions].map(([value, label]) => ({ value, label }))}
        value={query['region']}
      />
      <Select
        name="reason"
        label="原因"
        options={reasons.map((value) => ({ value, label: parkedReasonLabel(value) }))}
        value={query['reason']}
      />
      <FilterSearch name="topic" label="主题" value={query['topic']} />
      <FilterSearch name="q" label="说明、键、消息头或位置" value={query['q']} />
      <button type="submit">筛选</button>
      <a className="button" href={PARKED}>
        清除
      </a>
    </form>
  )
}
