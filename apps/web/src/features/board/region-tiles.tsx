import type { CellFilter, FilingCounts } from '@lianxi/schema/views/cell'
import type { RegionTile } from '@lianxi/schema/views/overview'
import { shortMinuteOf } from '@/features/ui/format'
import { underParents } from '@/features/ui/under-parents'
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

type TileProps = { tile: RegionTile; within: Counted; inside: RegionTile[] }

function Tile({ tile, within, inside }: TileProps) {
  const { counts, lastReport, region } = tile
  const of = { ...within, region: region.code }
  return (
    <section className={`${s.tile ?? ''} keep`} data-key={region.code} aria-labelledby={`tile-${region.code}`}>
      <h2 id={`tile-${region.code}`}>
        <a href={filingsHref({ ...of, show: 'due' })}>{region.name}</a>
        <small>{tile.responsible ? '责任主体' : '所属地区，不重复计入'}</small>
      </h2>
      <StatusLine counts={tile.statuses} of={of} region={region.name} />
      <Worst worst={tile.worst} of={of} />
      <FilingBar counts={counts} />
      <div className={s.pair}>
        <span>
          已报{' '}
          <a href={filingsHref({ ...of, show: 'reported' })} aria-label={`${region.name} 已报 ${counts.reported}`}>
            <b data-count="reported">{counts.reported}</b>
          </a>{' '}
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
        {tile.notAsked === 0 ? null : (
          <MarkedCount state="not-asked" count={tile.notAsked} of={of} region={region.name} />
        )}
      </div>
      {inside.length === 0 ? null : <Inside inside={inside} within={within} />}
    </section>
  )
}

/** Regions inside a tile's region, folded away: how far they are with reporting, each by itself, never added to it. */
function Inside({ inside, within }: { inside: RegionTile[]; within: Counted }) {
  const sum = (key: 'reported' | 'due') => inside.reduce((all, { counts }) => all + counts[key], 0)
  return (
    <details className={`${s.inside ?? ''} keep`}>
      <summary>
        所辖 {inside.length} 个地区：已报 {sum('reported')} / {sum('due')}
      </summary>
      <ul>
        {inside.map(({ region, counts }) => (
          <li key={region.code} data-key={region.code}>
            <a href={filingsHref({ ...within, region: region.code, show: 'due' })}>
              {region.shortName} {counts.reported}/{counts.due}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Many tiles are no first screen any more: those of regions inside others are folded into theirs. */
export const RegionTiles = ({ tiles, of }: { tiles: RegionTile[]; of: Counted }) => (
  <div className={s.tiles}>
    {underParents(tiles, ({ region: { code }, parent }) => ({ code, parent })).map(({ one, inside }) => (
      <Tile key={one.region.code} tile={one} within={of} inside={inside} />
    ))}
  </div>
)
