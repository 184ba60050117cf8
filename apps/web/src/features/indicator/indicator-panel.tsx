import Link from 'next/link'
import type { IndicatorOpen } from '@lianxi/schema/views/indicator'
import { subjectHref } from '@/features/board/links'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import s from '@/features/year-list/year-list.module.css'
import { IndicatorForm } from './indicator-form'
import { indicatorHref } from './links'
import { MERGE, MergeIndicator, SeparateIndicator } from './merge-indicator'

function Targets({ targets }: Pick<IndicatorOpen, 'targets'>) {
  if (targets.length === 0) return <p className="quiet">还没有规划目标使用这个指标。</p>
  return (
    <ul className={s.found}>
      {targets.map(({ code, name, plan, place }) => (
        <li key={code}>
          <Link className="link" href={subjectHref('target', code)} prefetch={false}>
            {name}
          </Link>
          <span className="sub">
            {code} · {place} · {plan}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One indicator with its targets, those of indicators merged into it among them. */
export function IndicatorPanel({ zone, open, mayKeep }: { zone: string; open: IndicatorOpen; mayKeep: boolean }) {
  const { line, mergedBy, targets } = open
  return (
    <aside className={s.panel} aria-label={line.name}>
      <h2>{line.name}</h2>
      <p className="note">
        {line.code}
        {line.into === null ? null : (
          <>
            {' '}
            · 已并入{' '}
            <Link className="link" href={indicatorHref(zone, line.into.code)} prefetch={false} scroll={false}>
              {line.into.name}（{line.into.code}）
            </Link>
          </>
        )}
      </p>
      {mergedBy === null ? null : (
        <>
          <p className="note">
            合并理由：{mergedBy.reason}（{mergedBy.decidedBy}，{mergedBy.decidedOn}）
          </p>
          <DoneMeanwhile
            {...{ form: MERGE, of: line.code }}
            said={`已由${mergedBy.decidedBy}于 ${mergedBy.decidedOn} 合并。`}
          />
        </>
      )}
      {line.merged.length === 0 ? null : (
        <p className="note">并入本指标：{line.merged.map(({ code, name }) => `${name}（${code}）`).join('、')}</p>
      )}
      {!mayKeep ? null : line.into === null ? (
        <IndicatorForm zone={zone} open={open} />
      ) : (
        <SeparateIndicator zone={zone} open={open} />
      )}
      {mayKeep && line.into === null ? <MergeIndicator zone={zone} open={open} /> : null}
      <section className={s.section} aria-label="使用这个指标的目标">
        <h3>使用这个指标的目标（{line.targets}）</h3>
        {targets.length < line.targets ? (
          <p className="note">以下为前 {targets.length} 个，按规划和地区排列。</p>
        ) : null}
        <Targets targets={targets} />
      </section>
    </aside>
  )
}
