import { spanOf } from '@lianxi/schema/moment'
import type { Changes } from '@lianxi/schema/views/changes'
import type { Overview } from '@lianxi/schema/views/overview'
import { Drawn } from '@/features/drawn/drawn'
import type { Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import { remaining, shortMinuteOf } from '@/features/ui/format'
import { Attention } from './attention'
import s from './board.module.css'
import { CrossRegion } from './cross-region'
import { ExportLink } from './export-link'
import { FieldTable } from './field-table'
import { type Time, timeOf } from './links'
import { NotAskedNote } from './not-asked'
import { PeriodSelect } from './period-select'
import { PictureNote } from './picture-note'
import { Recent } from './recent'
import { RegionTiles } from './region-tiles'
import { Since } from './since'
import { RollUps } from './roll-up'
import { ZoneWorst } from './status-counts'
import { StatusTable } from './status-table'
import type { Soon } from './soon'
import { TimeFields } from './time-fields'

const PATH = '/board'

/** When the period falls due, counted from the moment that is looked from: the present, or the one that was asked for. */
function due({ stream, period }: Overview, { asOf }: Time): string {
  const { dueAt, closed, fellDue } = period
  if (closed) return '已关闭'
  if (dueAt === null) return '未开放'
  const moment = stream?.now ?? (asOf === undefined ? dueAt : spanOf(asOf).to)
  const isOver = fellDue || (stream === null && Date.parse(moment) >= Date.parse(dueAt))
  return `截止 ${shortMinuteOf(dueAt)}${isOver ? '（已到期）' : ` · ${remaining(dueAt, moment)}`}`
}

type Props = { overview: Overview; changes: Soon<Changes>; query: Query }

/** The first screen: who has reported, what is wrong, what changed, what needs the meeting. */
export function OverviewPage({ overview, changes, query }: Props) {
  const { zone, period, totals } = overview
  const time = timeOf(query)
  const of = { period: period.period, ...time }
  return (
    <>
      <PageHead
        title={`${zone.name}协同进展 · ${period.label}`}
        note={
          <>
            <p className="note">
              应报 {totals.due} · 已报 {totals.reported} · {due(overview, time)}
              {overview.wholeZone ? '' : ' · 显示本地区及所属地区'}
            </p>
            <NotAskedNote counts={overview.notAsked} of={of} />
            <PictureNote zone={zone.code} picture={overview} path={PATH} query={query} />
          </>
        }
        controls={
          <>
            <PeriodSelect periods={overview.periods} period={period.period} action={PATH}>
              <TimeFields query={query} />
            </PeriodSelect>
            <ExportLink what="overview" zone={zone.code} query={query} />
          </>
        }
      />
      <Since changes={changes} time={time} stamp={overview.stream?.stamp ?? null} />
      <ZoneWorst worst={overview.worst} of={of} />
      <Drawn what="tiles" of={overview.tiles} also={of}>
        <RegionTiles tiles={overview.tiles} of={of} />
      </Drawn>
      <Drawn what="columns" of={overview.attention} also={of}>
        <div className={s.columns}>
          <Attention lines={overview.attention} total={overview.attentionTotal} of={of} />
          <div>
            <StatusTable fields={overview.fields} totals={overview.statuses} of={of} />
            <FieldTable fields={overview.fields} totals={totals} of={of} />
            <Recent reports={overview.recent} time={time} />
          </div>
        </div>
      </Drawn>
      <RollUps rollUps={overview.rollUps} time={time} />
      <CrossRegion
        lines={overview.crossRegion}
        total={overview.crossRegionTotal}
        disagreeing={overview.disagreeing}
        period={period}
        time={time}
      />
    </>
  )
}
