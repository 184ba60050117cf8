'use client'

import { grouped, withUnit } from '@lianxi/schema/figure-words'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { readEntry } from '@lianxi/domain/report/read-entry'
import { TrendChart } from '@/features/chart/trend-chart'
import type { Working } from '@/features/draft/working'

/** History, what is promised for the year, and the new point while it is typed. */
export function FormChart({ form, working }: { form: OfficeForm; working: Working }) {
  const project = form.kind === 'project'
  const points = form.check.history.flatMap((past) => {
    const text = project ? past.progressPercent : past.value
    return text === null ? [] : [{ period: past.period, value: Number(text) }]
  })
  const read = readEntry(working.entry)
  const typed = read.kind === 'target' ? read.content.value : read.content.progressPercent
  const target = project ? null : (form.item?.target?.yearValue ?? null)
  const unit = project ? '%' : (form.target?.unit ?? null)
  const yearToDate = form.target !== null && ['flow', 'cumulative', 'per-year'].includes(form.target.basis)
  const before = points.filter(({ period }) => period !== form.period)
  if (before.length === 0 && typed === null) return null
  return (
    <TrendChart
      label={`历次${project ? '形象进度' : '完成值'}，共 ${before.length} 期${typed === null ? '' : `，本期 ${withUnit(grouped(typed), unit)}`}`}
      series={[{ name: '', points: before }]}
      breakYears={yearToDate}
      level={
        target === null
          ? undefined
          : { value: Number(target.value), label: `本年目标 ${withUnit(grouped(target.value), unit)}` }
      }
      next={typed === null ? undefined : { period: form.period, value: Number(typed) }}
    />
  )
}
