import Link from 'next/link'
import type { CellFilter, FilingCounts } from '@lianxi/schema/views/cell'
import type { RegionTile } from '@lianxi/schema/views/overview'
import { shortMinuteOf } from '@/features/ui/format'
import s from './board.module.css'
import { MarkedCount } from './count'
import { type Counted, filingsHref } from './links'
import { StatusLine, Worst } from './status-counts'

const SHOWN = [
  'pending',
  'overdue',
  'returned',
  'late',
  'nil',
  'corrected',
  'conflict',
  'objections',
  'waiting',
] as const satisfies CellFilter[]

/** Reported, returned and what is missing of what is due; the words beside it say the same. */
function FilingBar({ counts }: { counts: FilingCounts }) {
  const due = Math.max(counts.due, 1)
  const reported = (counts.reported / due) * 100
  const returned = (counts.returned / due) * 100
  return (
    <svg className={s.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" fill="#e9edef" />
      <rect width={reported} height="8" fill="#0f5c6e" />
      <rect x={reported} width={returned} height="8" fill="#b3261e" />
    </svg>
  )
}

function Tile({ tile, within }: { tile: RegionTile; within: Counted }) {
  const { counts, lastReport, region } = tile
  const of = { ...within, region: region.code }
  return (
    <section className={`${s.tile ?? ''} keep`} aria-labelledby={`tile-${region.code}`}>
      <h2 id={`tile-${region.code}`}>
        <Link href={filingsHref({ ...of, show: 'due' })} prefetch={false}>
          {region.name}
        </Link>
        <small>{tile.responsible ? '责任主体' : '所属地区，不重复计入'}</small>
      </h2>
      <StatusLine counts={tile.statuses} of={of} region={region.name} />
      <Worst worst={tile.worst} of={of} />
      <FilingBar counts={counts} />
      <div className={s.pair}>
        <span>
          已报{' '}
          <Link
            href={filingsHref({ ...of, show: 'reported' })}
            prefetch={false}
            aria-label={`${region.name} 已报 ${counts.reported}`}
          >
            <b data-count="reported">{counts.reported}</b>
          </Link>{' '}
          / {counts.due}
        </span>
        <small>
          {lastReport === null ? '本期尚未填报' : `最近 ${shortMinuteOf(lastReport.at)} ${lastReport.person}`}
        </small>
      </div>
      <div className={s.counts}>
        {SHOWN.filter((state) => counts[state] > 0).map((state) => (
          <MarkedCount key={state} state={state} count={counts[state]} of={of} region={region.name} />
        ))}
      </div>
    </section>
  )
}

export function RegionTiles({ tiles, of }: { tiles: RegionTile[]; of: Counted }) {
  return (
    <div className={s.tiles}>
      {tiles.map((tile) => (
        <Tile key={tile.region.code} tile={tile} within={of} />
      ))}
    </div>
  )
}
