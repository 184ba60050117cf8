import { parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import type { ParkedList } from '@lianxi/schema/views/parked'
import boardStyles from '@/features/board/board.module.css'
import type { Query } from '@/features/session/search'
import { PARKED } from './words'

type Option = { value: string; label: string }

function Select({
  name,
  label,
  options,
  value,
}: {
  name: string
  label: string
  options: Option[]
  value: string | undefined
}) {
  // What the address asks for stays to be seen, also where no open message has it any more.
  const all =
    value === undefined || options.some((option) => option.value === value)
      ? options
      : [...options, { value, label: name === 'reason' ? parkedReasonLabel(value) : value }]
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} defaultValue={value ?? ''} key={value ?? ''}>
        <option value="">全部</option>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Text({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <input id={`f-${name}`} name={name} type="search" maxLength={60} defaultValue={value ?? ''} key={value ?? ''} />
    </div>
  )
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
      <Text name="topic" label="主题" value={query['topic']} />
      <Text name="q" label="说明、键、消息头或位置" value={query['q']} />
      <button type="submit">筛选</button>
      <a className="button" href={PARKED}>
        清除
      </a>
    </form>
  )
}
