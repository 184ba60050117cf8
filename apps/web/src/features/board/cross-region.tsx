import Link from 'next/link'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { CrossRegionLine } from '@lianxi/schema/views/cross-region'
import { disagreement } from '@lianxi/schema/vocabulary'
import { Empty } from '@/features/shell/page-head'
import { address } from '@/features/session/search'
import s from './board.module.css'
import { CrossRegionTable } from './cross-region-table'
import { CROSS_REGION, type Time } from './links'
import { partnersOf } from '@lianxi/domain/cross-region/partners'

/** The rules by which parts are compared, for who reads the table. */
export function CrossRegionRules() {
  const rules = disagreement.words.map((what) => disagreement.labels[what])
  return (
    <p className="note">
      ≠ 表示：{rules.join('；')}。{'投资占比是本地累计完成投资占各地合计的比重，有一地未报时不比。'}
      {'联席会议办公室核定后，结论列在旁边，直到各地所报再有变化。'}
    </p>
  )
}

type Props = {
  lines: CrossRegionLine[]
  total: number
  disagreeing: number
  period: PeriodView
  time: Time
}

export function CrossRegion({ lines, total, disagreeing, period, time }: Props) {
  return (
    <section className={s.section} aria-labelledby="cross-region">
      <header>
        <h2 id="cross-region">跨区域项目</h2>
        <small>各地所报并列；不一致处标 ≠（{disagreeing} 个待核定）</small>
        <Link className="no-print" href={address(CROSS_REGION, { ...time, period: period.period })} prefetch={false}>
          全部 {total} 个对照
        </Link>
      </header>
      {lines.length === 0 ? (
        <Empty title="本期没有跨区域项目的填报">两个以上地区共同承担的项目列入清单后，各地所报会并列在这里。</Empty>
      ) : (
        <>
          <CrossRegionTable lines={lines} regions={partnersOf(lines)} fellDue={period.fellDue} time={time} />
          <CrossRegionRules />
        </>
      )}
    </section>
  )
}
