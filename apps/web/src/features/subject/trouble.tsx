import { withUnit } from '@lianxi/schema/figure-words'
import { originNote } from '@lianxi/schema/origin-note'
import { periodLabel, yearOf } from '@lianxi/schema/period'
import { BAD_STATUSES, type StatusView } from '@lianxi/schema/views/status'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { grouped, moneyInWords } from '@/features/ui/format'
import { regionSaid } from './region-said'
import s from './subject.module.css'

/** A status that owes a reason and a next step. */
const owes = (status: StatusView['status']): boolean =>
  status === 'behind' || BAD_STATUSES.some((bad) => bad === status)

/** What is wrong and comes next, in the region's own words; what a bad status should have and has not is said too. */
export function Trouble({ subject, standing }: { subject: SubjectView; standing: StatusView }) {
  const said = regionSaid(subject.reports, standing.region.code)
  if (said === null) return null
  const none = owes(standing.status) ? '填报没有说明' : ''
  const lines = [
    ['存在问题', said.problem || none],
    ['需协调', said.matters.join('；')],
    ['下步安排', said.nextStep || none],
  ].filter(([, words]) => words !== '')
  if (lines.length === 0) return null
  return (
    <>
      <dl className={s.said}>
        {lines.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={words === none ? 'quiet' : undefined}>{words}</dd>
          </div>
        ))}
      </dl>
      {said.period === standing.period ? null : <p className="note">以上为{periodLabel(said.period)}所报。</p>}
    </>
  )
}

/** What the year's list asks of a region: the value or the investment, by whom and until when. */
export function YearPromise({ subject, standing }: { subject: SubjectView; standing: StatusView }) {
  const { region, period } = standing
  const unit = subject.target?.unit ?? null
  const item = subject.items.find((one) => one.region.code === region.code && one.year === yearOf(period))
  if (item === undefined) return null
  const { target, project, year } = item
  const value = target?.yearValue ?? null
  const words = [
    value === null ? null : `${year}年目标 ${withUnit(grouped(value.value), unit)}${originNote(value.origin)}`,
    project === null || project.planWan === null
      ? null
      : `${year}年计划投资 ${moneyInWords(project.planWan)}${originNote(project.origin)}`,
    `期限 ${item.deadline}`,
    `牵头 ${item.leadBody.name}`,
  ]
  return <p className="note">{words.filter((one) => one !== null).join(' · ')}</p>
}
