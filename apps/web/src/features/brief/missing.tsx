import Link from 'next/link'
import type { FilingCounts } from '@lianxi/schema/views/cell'
import type { RegionTile } from '@lianxi/schema/views/overview'
import { type Counted, filingsHref } from '@/features/board/links'
import { FilingMark } from '@/features/ui/mark'
import s from './brief.module.css'

const MISSING = ['overdue', 'pending', 'returned'] as const

/** 尚未报送: what 催报 chases for, whatever its state. */
export const missingOf = (counts: FilingCounts): number => MISSING.reduce((sum, state) => sum + counts[state], 0)

function Region({ tile: { region, counts }, of }: { tile: RegionTile; of: Counted }) {
  const [first] = MISSING.filter((state) => counts[state] > 0)
  if (first === undefined) return null
  return (
    <li>
      <Link href={filingsHref({ ...of, region: region.code, show: first })} prefetch={false}>
        <span className={s.name}>{region.name}</span>
        <span className={s.where}>
          已报 {counts.reported}/{counts.due}
          {MISSING.filter((state) => counts[state] > 0).map((state) => (
            <span key={state}>
              {' '}
              <FilingMark state={state}> {counts[state]}</FilingMark>
            </span>
          ))}
        </span>
      </Link>
    </li>
  )
}

/** 谁还没报: in the order of the regions, for asking, not for shaming. */
export function Missing({ tiles, of }: { tiles: RegionTile[]; of: Counted }) {
  const missing = tiles.filter(({ counts }) => missingOf(counts) > 0)
  const done = tiles.filter((tile) => tile.counts.due > 0 && !missing.includes(tile))
  return (
    <section className={s.section} aria-labelledby="missing">
      <h2 id="missing">还没有报齐</h2>
      <ul className={s.lines}>
        {missing.map((tile) => (
          <Region key={tile.region.code} tile={tile} of={of} />
        ))}
      </ul>
      {missing.length === 0 ? <p className="note">应报的都已报齐。</p> : null}
      {done.length === 0 || missing.length === 0 ? null : (
        <p className="note">已报齐：{done.map(({ region }) => region.shortName).join('、')}</p>
      )}
    </section>
  )
}
