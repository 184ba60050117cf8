import { status as statuses } from '@lianxi/schema/status-vocabulary'
import type { Overview } from '@lianxi/schema/views/overview'
import type { StatusCounts, WorstItem } from '@lianxi/schema/views/status'
import { AttributeTag } from '@/features/ui/mark'
import { SaidTags, StatusSign } from '@/features/ui/status-mark'
import s from './board.module.css'
import { type Counted, filingsHref, subjectHref } from './links'

/** How many of a region stand how, best to worst; each opens its list. */
export function StatusLine({ counts, of, region }: { counts: StatusCounts; of: Counted; region: string }) {
  return (
    <div className={s.counts}>
      {statuses.words.flatMap((status) => {
        const count = counts[status] ?? 0
        if (count === 0) return []
        return [
          <a key={status} href={filingsHref({ ...of, status })}>
            <span className="hidden">{region}</span>
            <StatusSign status={status}> {count}</StatusSign>
          </a>,
        ]
      })}
    </div>
  )
}

/** The worst item marked 约束性 or 重点, by name; nothing is averaged. */
export function Worst({ worst, of }: { worst: WorstItem | null; of: Counted }) {
  if (worst === null) return null
  return (
    <p className={s.worst} title={worst.mark.sentence}>
      <span className={s.worstLabel}>最需关注</span>
      <AttributeTag attribute={worst.attribute} />
      <a href={subjectHref(worst.kind, worst.subject, of)}>{worst.name}</a> <StatusSign status={worst.mark.status} />
      <SaidTags mark={worst.mark} />
    </p>
  )
}

/** Of all regions the worst item marked 约束性 or 重点. */
export function ZoneWorst({ worst, of }: { worst: Overview['worst']; of: Counted }) {
  if (worst === null) return null
  const { item, region } = worst
  return (
    <p className={s.zoneWorst} title={item.mark.sentence}>
      <b>全区最需关注</b> <AttributeTag attribute={item.attribute} />
      <a href={subjectHref(item.kind, item.subject, of)} data-soft>
        {item.name}
      </a>{' '}
      · {region.shortName} <StatusSign status={item.mark.status} /> <SaidTags mark={item.mark} />
      <span className="note">{item.mark.sentence}</span>
    </p>
  )
}
