import type { Overview } from '@lianxi/schema/views/overview'
import { Freshness } from '@/features/live/freshness'
import { PageHead } from '@/features/shell/page-head'
import { remaining, shortMinuteOf } from '@/features/ui/format'
import { Attention } from './attention'
import s from './board.module.css'
import { CrossRegion } from './cross-region'
import { FieldTable } from './field-table'
import { PeriodSelect } from './period-select'
import { Recent } from './recent'
import { RegionTiles } from './region-tiles'

function due(overview: Overview): string {
  const { dueAt, closed, fellDue } = overview.period
  if (closed) return '已关闭'
  if (dueAt === null) return '未开放'
  return `截止 ${shortMinuteOf(dueAt)}${fellDue ? '（已到期）' : ` · ${remaining(dueAt, overview.stream.now)}`}`
}

/** The first screen: who has reported, what is wrong, what changed, what needs the meeting. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const { zone, period, totals } = overview
  const regions = overview.tiles.map((tile) => tile.region)
  return (
    <>
      <PageHead
        title={`${zone.name}协同进展 · ${period.label}`}
        note={
          <>
            <p className="note">
              应报 {totals.due} · 已报 {totals.reported} · {due(overview)}
              {overview.wholeZone ? '' : ' · 显示本地区及所属地区'}
            </p>
            <Freshness zone={zone.code} stream={overview.stream} />
          </>
        }
        controls={<PeriodSelect periods={overview.periods} period={period.period} action="/board" />}
      />
      <RegionTiles tiles={overview.tiles} period={period.period} />
      <div className={s.columns}>
        <Attention lines={overview.attention} total={overview.attentionTotal} period={period.period} />
        <div>
          <FieldTable fields={overview.fields} totals={totals} period={period.period} />
          <Recent reports={overview.recent} />
        </div>
      </div>
      <CrossRegion
        lines={overview.crossRegion}
        total={overview.crossRegionTotal}
        disagreeing={overview.disagreeing}
        regions={regions}
        period={period}
      />
    </>
  )
}
