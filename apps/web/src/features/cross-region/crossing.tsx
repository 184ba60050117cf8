import { periodLabel } from '@lianxi/schema/period'
import type { CrossingView, HandoverView, SettlementView } from '@lianxi/schema/views/cross-region'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { disagreement, handoverState } from '@lianxi/schema/vocabulary'
import { CrossRegionRules } from '@/features/board/cross-region'
import { CrossRegionTable } from '@/features/board/cross-region-table'
import type { Time } from '@/features/board/links'
import s from '@/features/subject/subject.module.css'
import { dateOf } from '@/features/ui/format'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { AgreeForm, DropForm, ReachForm } from './handover-forms'
import { SettleForm } from './settle-form'
import type { Project } from './use-crossing'
import { SETTLE } from './words'

/** The parts side by side, what the secretariat settled of them, and what the regions hand over to each other. */
export function Crossing({ subject, time }: { subject: SubjectView; time: Time }) {
  const { crossing, sideBySide } = subject
  if (crossing === null) return null
  const mayWrite = crossing.maySay && subject.asOf === null
  return (
    <>
      {sideBySide === null ? null : (
        <section className={s.section} aria-labelledby="side">
          <h2 id="side">各地所报并列</h2>
          <CrossRegionTable
            lines={[sideBySide]}
            regions={sideBySide.parts.map(({ region }) => region)}
            fellDue={subject.periods.find(({ period }) => period === sideBySide.period)?.fellDue ?? true}
            time={time}
            showPeriod
          />
          <CrossRegionRules />
          {mayWrite && sideBySide.open.length > 0 ? (
            <SettleForm key={sideBySide.seen} zone={subject.zone} line={sideBySide} />
          ) : mayWrite ? (
            <SettledMeanwhile period={sideBySide.period} settlements={crossing.settlements} />
          ) : null}
          <Settlements settlements={crossing.settlements} />
        </section>
      )}
      <Handovers
        crossing={crossing}
        project={{ zone: subject.zone, subject: subject.code }}
        today={mayWrite && subject.stream !== null ? dateOf(subject.stream.now) : null}
        crossRegion={subject.project?.crossRegion === true || sideBySide !== null}
      />
    </>
  )
}

/** For whom was settling too. */
function SettledMeanwhile({ period, settlements }: { period: string; settlements: SettlementView[] }) {
  const settled = settlements.find((one) => one.period === period && one.stands)
  if (settled === undefined) return null
  return (
    <DoneMeanwhile form={SETTLE} of={period} said={`已由${settled.person}于 ${settled.on} 核定：${settled.note}`} />
  )
}

function Settlements({ settlements }: { settlements: SettlementView[] }) {
  if (settlements.length === 0) return null
  return (
    <details>
      <summary>历次核定（{settlements.length}）</summary>
      <ul>
        {settlements.map(({ event, period, what, note, person, on, stands }) => (
          <li key={event}>
            {on} {person} 核定{periodLabel(period)}“{what.map((one) => disagreement.labels[one]).join('；')}”：{note}
            {stands ? '（有效）' : '（各地所报已有变化，不再有效）'}
          </li>
        ))}
      </ul>
    </details>
  )
}

type HandoversProps = { crossing: CrossingView; project: Project; today: string | null; crossRegion: boolean }

/** `today`: in China, for who may write; null: only to be read. */
function Handovers({ crossing: { handovers, regions }, project, today, crossRegion }: HandoversProps) {
  if (handovers.length === 0 && (today === null || !crossRegion)) return null
  return (
    <section className={s.section} aria-labelledby="handovers">
      <h2 id="handovers">衔接节点</h2>
      {handovers.length === 0 ? (
        <p className="quiet">还没有约定。一地须先移交、另一地方可开工的，登记在这里，到期未移交的会在总览标出。</p>
      ) : (
        <HandoverTable {...{ handovers, regions, project, today }} />
      )}
      {today === null ? null : <AgreeForm key={handovers.length} project={project} regions={regions} />}
    </section>
  )
}

type TableProps = Pick<CrossingView, 'handovers' | 'regions'> & { project: Project; today: string | null }

function HandoverTable({ handovers, regions, project, today }: TableProps) {
  return (
    <div className="scroll" role="region" aria-label="衔接节点各项" tabIndex={0}>
      <table className="cards" data-list="handovers">
        <thead>
          <tr>
            <th scope="col">移交方 → 接收方</th>
            <th scope="col">移交内容</th>
            <th scope="col">约定日期</th>
            <th scope="col">状态</th>
            <th scope="col">完成后方可</th>
            <th scope="col">依据和登记</th>
          </tr>
        </thead>
        <tbody>
          {handovers.map((handover) => (
            <tr key={handover.code}>
              <td className="nowrap">
                {handover.giver.shortName} → {handover.receiver.shortName}
                <span className="sub">{handover.code}</span>
              </td>
              <td data-label="移交内容">{handover.what}</td>
              <td data-label="约定日期" className="nowrap">
                {handover.dueOn}
              </td>
              <td data-label="状态" className={handover.state === 'late' ? 'bad' : undefined}>
                <State handover={handover} />
              </td>
              <td data-label="完成后方可" data-empty={handover.unlocks === ''}>
                {handover.unlocks === '' ? '—' : handover.unlocks}
              </td>
              <td data-label="依据和登记">
                <div>
                  {handover.basis}
                  <span className="sub">
                    {handover.person} {handover.on}
                  </span>
                  {today === null ? null : <Deeds key={handover.seen} {...{ handover, regions, project, today }} />}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function State({ handover: { state, reachedOn, note } }: { handover: HandoverView }) {
  return (
    <div>
      {handoverState.labels[state]}
      {reachedOn === null ? '' : ` ${reachedOn}`}
      {note === '' ? null : <span className="sub">{note}</span>}
    </div>
  )
}

type DeedsProps = { handover: HandoverView; regions: CrossingView['regions']; project: Project; today: string }

function Deeds({ handover, regions, project, today }: DeedsProps) {
  if (handover.state === 'dropped') return null
  const over = handover.reachedOn !== null
  return (
    <>
      <ReachForm {...{ project, handover, today }} />
      {over ? null : <AgreeForm project={project} regions={regions} old={handover} />}
      {over ? null : <DropForm {...{ project, handover }} />}
    </>
  )
}
