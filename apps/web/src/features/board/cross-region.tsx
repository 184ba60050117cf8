import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import { DISAGREEMENT_LABELS, type CrossRegionLine, type RegionPart } from '@lianxi/schema/views/overview'
import type { PeriodView, RegionName } from '@lianxi/schema/views/common'
import { Empty } from '@/features/shell/page-head'
import { address } from '@/features/session/search'
import { FilingMark } from '@/features/ui/mark'
import s from './board.module.css'
import { Last } from './last'
import { subjectHref, type Time } from './links'
import { figureOf } from './standing'

type PartProps = { part: RegionPart | undefined; disagrees: boolean; region: RegionName; fellDue: boolean }

function Part({ part, disagrees, region, fellDue }: PartProps) {
  if (part === undefined) {
    return (
      <td className={s.zero} data-label={region.shortName} data-empty="true">
        —
      </td>
    )
  }
  if (!part.reported) {
    return (
      <td data-label={region.shortName}>
        <div>
          <FilingMark state={fellDue ? 'overdue' : 'pending'} />
          <Last last={part.last} />
        </div>
      </td>
    )
  }
  return (
    <td className={disagrees ? s.diff : undefined} data-label={region.shortName}>
      <div>
        {part.nil ? '本期无变化' : (figureOf(part) ?? '—')}
        {disagrees ? (
          <span className={s.ne}>
            {' '}
            ≠<span className="hidden">不一致</span>
          </span>
        ) : null}
        {part.nil ? <Last last={part.last} /> : null}
      </div>
    </td>
  )
}

const sharesOf = (line: CrossRegionLine): string => {
  const shares = line.parts.flatMap((part) =>
    part.sharePercent === null ? [] : [`${part.region.shortName} ${part.sharePercent}`],
  )
  return shares.length === 0 ? '未约定' : shares.join(' : ')
}

/** What the regions say of the same project, side by side; ≠ where it does not fit together. */
export function CrossRegionTable({
  lines,
  regions,
  fellDue,
  time,
  showPeriod = false,
}: {
  lines: CrossRegionLine[]
  regions: RegionName[]
  /** Before the due moment what is missing is 待报, after it 未报. */
  fellDue: boolean
  time: Time
  showPeriod?: boolean
}) {
  return (
    <div className="scroll" role="region" aria-label="跨区域项目各地所报" tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {regions.map((region) => (
              <th key={region.code} scope="col">
                {region.name}
              </th>
            ))}
            <th scope="col">分担（%）</th>
            <th scope="col">核对</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.subject}>
              <td>
                <Link href={subjectHref('project', line.subject, time)} prefetch={false}>
                  {line.name}
                </Link>
                {showPeriod ? <span className="sub">{periodLabel(line.period)}</span> : null}
              </td>
              {regions.map((region) => (
                <Part
                  key={region.code}
                  region={region}
                  part={line.parts.find((part) => part.region.code === region.code)}
                  disagrees={line.disagrees.length > 0}
                  fellDue={fellDue}
                />
              ))}
              <td data-label="分担（%）">{sharesOf(line)}</td>
              <td data-label="核对" className={line.disagrees.length > 0 ? 'bad' : undefined}>
                {line.disagrees.length === 0
                  ? '—'
                  : `≠ ${line.disagrees.map((what) => DISAGREEMENT_LABELS[what]).join('；')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Props = {
  lines: CrossRegionLine[]
  total: number
  disagreeing: number
  regions: RegionName[]
  period: PeriodView
  time: Time
}

export function CrossRegion({ lines, total, disagreeing, regions, period, time }: Props) {
  return (
    <section className={s.section} aria-labelledby="cross-region">
      <header>
        <h2 id="cross-region">跨区域项目</h2>
        <small>各地所报并列；不一致处标 ≠（{disagreeing} 个）</small>
        <Link
          href={address('/board/projects', { ...time, period: period.period, crossRegion: 'true' })}
          prefetch={false}
        >
          全部 {total} 个
        </Link>
      </header>
      {lines.length === 0 ? (
        <Empty title="本期没有跨区域项目的填报">两个以上地区共同承担的项目列入清单后，各地所报会并列在这里。</Empty>
      ) : (
        <CrossRegionTable lines={lines} regions={regions} fellDue={period.fellDue} time={time} />
      )}
    </section>
  )
}
