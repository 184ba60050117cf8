import Link from 'next/link'
import type { Overview } from '@lianxi/schema/views/overview'
import { filingsHref, timeOf } from '@/features/board/links'
import { NotAskedNote } from '@/features/board/not-asked'
import { oldestOf } from '@/features/board/oldest'
import { PeriodSelect } from '@/features/board/period-select'
import { PictureNote } from '@/features/board/picture-note'
import { TimeFields } from '@/features/board/time-fields'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import s from './brief.module.css'
import { Changed, type ChangesOf } from './changed'
import { Missing, missingOf } from './missing'
import { Watched } from './watched'

export const BRIEF = '/board/brief'

type Props = { overview: Overview; changes: ChangesOf; query: Query }

/** Four numbers, each with the way to its lines. */
function Key({ overview: { totals, attentionTotal }, changes }: Pick<Props, 'overview' | 'changes'>) {
  const { counts } = changes.worse
  const key = [
    { label: '需关注', count: attentionTotal, href: '#watched' },
    { label: '变差', count: counts.worse ?? 0, href: '#changed' },
    { label: '变好', count: counts.better ?? 0, href: '#changed' },
    { label: '尚未报送', count: missingOf(totals), href: '#missing' },
  ]
  return (
    <nav className={s.key} aria-label="要情">
      {key.map(({ label, count, href }) => (
        <a key={label} href={href}>
          <b>{count}</b> {label}
        </a>
      ))}
    </nav>
  )
}

/**
 * What a leader reads in a minute: what needs attention, what changed, who has not reported. One under the other for a
 * thumb and on A4; on a desk what needs attention stands beside the rest. Paper has no links, so it has all lines.
 */
export function BriefPage({ overview, changes, query }: Props) {
  const { zone, period, totals, attentionTotal } = overview
  const time = timeOf(query)
  const of = { period: period.period, ...time }
  return (
    <div data-paper="a4">
      <PageHead
        title={`要情 · ${period.label}`}
        note={
          <>
            <p className="note">
              {zone.name} · 应报 {totals.due}，已报 {totals.reported}
              <span className="no-print">
                {' '}
                ·{' '}
                <Link className="link" href={address('/board', { ...of })} prefetch={false}>
                  完整总览
                </Link>
              </span>
            </p>
            <NotAskedNote counts={overview.notAsked} of={of} />
            <PictureNote
              zone={zone.code}
              picture={oldestOf(overview, ...Object.values(changes))}
              path={BRIEF}
              query={query}
            />
          </>
        }
        controls={
          <PeriodSelect periods={overview.periods} period={period.period} action={BRIEF}>
            <TimeFields query={query} />
          </PeriodSelect>
        }
      />
      <Key overview={overview} changes={changes} />
      <div className={s.sides}>
        <Watched
          lines={overview.attention}
          total={attentionTotal}
          time={time}
          all={filingsHref({ ...of, show: 'attention' })}
        />
        <div>
          <Changed changes={changes} time={time} />
          <Missing tiles={overview.tiles} of={of} />
        </div>
      </div>
    </div>
  )
}
