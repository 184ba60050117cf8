import Link from 'next/link'
import type { OfficeGrid } from '@lianxi/schema/views/office-grid'
import { PeriodSelect } from '@/features/board/period-select'
import { Freshness } from '@/features/live/freshness'
import { address } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { remaining, shortMinuteOf } from '@/features/ui/format'
import { Grid } from './grid'
import { gridPath } from './links'

type Props = { zone: string; userId: string; grid: OfficeGrid }

/** 表格填报 of an office and period. */
export function GridPage({ zone, userId, grid }: Props) {
  const { region, period, periods, rows, stream } = grid
  const open = rows.filter(({ write }) => write.allowed).length
  const due =
    period.dueAt === null ? '' : ` · 截止 ${shortMinuteOf(period.dueAt)} · ${remaining(period.dueAt, stream.now)}`
  return (
    <>
      <PageHead
        title={`${region.name}表格填报 · ${period.label}`}
        note={
          <>
            <p className="note">
              应报 {rows.length} 项，可填 {open} 项{period.closed ? ' · 本期已关闭' : due} ·{' '}
              <Link
                className="link"
                href={address('/office', { region: region.code, period: period.period })}
                prefetch={false}
              >
                逐条填报
              </Link>
            </p>
            <Freshness zone={zone} stream={stream} />
          </>
        }
        controls={
          <PeriodSelect periods={periods} period={period.period} action={gridPath}>
            <input type="hidden" name="region" value={region.code} />
          </PeriodSelect>
        }
      />
      {rows.length === 0 ? (
        <Empty title="本期没有需要您的单位填报的事项。">
          年度清单下达、报告期开放后，本单位负责的指标和项目会列在这里。请查看其他报告期。
        </Empty>
      ) : (
        <Grid key={`${region.code} ${period.period}`} zone={zone} userId={userId} grid={grid} />
      )}
    </>
  )
}
