import { periodLabel } from '@lianxi/schema/period'
import { REPORT_STANDING_LABELS, type ReportMade, type SubjectView } from '@lianxi/schema/views/subject'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { Drawn } from '@/features/drawn/drawn'
import { EvidenceLinks } from '@/features/evidence/evidence-links'
import { Empty } from '@/features/shell/page-head'
import { minuteOf, momentOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import { ReportSaid } from './report-said'
import s from './subject.module.css'
import { Verdict } from './verdict'
import { judgedWords, RETURN } from './words'

function Verdicts({ report, zone, subject }: { report: ReportMade; zone: string; subject: string }) {
  return (
    <>
      {report.verdicts.map((verdict) => (
        <span key={verdict.eventId} className={verdict.verdict === 'returned' ? 'bad' : 'good'}>
          {verdict.verdict === 'returned' ? `← 退回：${verdict.reason ?? ''}` : '★ 已确认'}
          <span className="sub">
            {verdict.by.name} {verdict.person} {minuteOf(verdict.at)}
          </span>
        </span>
      ))}
      {report.mayReturn || report.mayConfirm ? (
        <Verdict
          judged={{ zone, subject, region: report.region.code, period: report.period, report: report.eventId }}
          mayReturn={report.mayReturn}
          mayConfirm={report.mayConfirm}
        />
      ) : (
        <JudgedMeanwhile report={report} />
      )}
    </>
  )
}

/** For whom was writing why he returns it, too. */
function JudgedMeanwhile({ report: { eventId, verdicts } }: { report: ReportMade }) {
  const last = verdicts.at(-1)
  if (last === undefined) return null
  return <DoneMeanwhile form={RETURN} of={eventId} said={judgedWords(last)} />
}

function Row({ report, zone, subject }: { report: ReportMade; zone: string; subject: string }) {
  return (
    <tr id={report.eventId}>
      <td>
        <span className="nowrap">{periodLabel(report.period)}</span>
        <span className="sub">{report.region.name}</span>
        <Tag>{REPORT_STANDING_LABELS[report.standing]}</Tag>
        {report.revision > 1 ? <Tag>第 {report.revision} 次</Tag> : null}
      </td>
      <td data-label="内容">
        <Drawn what="content" of={report} also={null}>
          <ReportSaid report={report} />
          <EvidenceLinks
            of={{ zone, subject, region: report.region.code, period: report.period }}
            files={report.evidence}
          />
        </Drawn>
      </td>
      <td data-label="填报与审核">
        <div>
          填报 {report.reportedBy}
          <span className="sub">审核 {report.approvedBy}</span>
          <span className="sub">{report.body.name}</span>
        </div>
      </td>
      <td data-label="时刻" className="nowrap">
        <div>
          {minuteOf(report.reportedAt)}
          <span className="sub">提交 {minuteOf(report.submittedAt)}</span>
          <span className="sub">入库 {momentOf(report.stamp)}</span>
        </div>
      </td>
      <td data-label="事件编号">
        <div className="mono">
          {report.eventId}
          <span className="sub">
            {report.topic} @{report.offset}
          </span>
        </div>
      </td>
      <td data-label="退回与确认">
        <div>
          <Verdicts report={report} zone={zone} subject={subject} />
        </div>
      </td>
    </tr>
  )
}

/** 历次填报: every report ever made, also those that were corrected; nothing is erased. */
export function Reports({ subject }: { subject: SubjectView }) {
  return (
    <section className={s.section} aria-labelledby="reports">
      <h2 id="reports">历次填报（{subject.reports.length}）</h2>
      {subject.reports.length === 0 ? (
        <Empty title="还没有人填报过。">审核通过后的填报会连同填报人、审核人、时刻和事件编号列在这里。</Empty>
      ) : (
        <div className="scroll" role="group" aria-labelledby="reports" tabIndex={0}>
          <table className={`cards ${s.reports ?? ''}`}>
            <thead>
              <tr>
                <th scope="col">报告期</th>
                <th scope="col">内容</th>
                <th scope="col">填报与审核</th>
                <th scope="col">时刻</th>
                <th scope="col">事件编号</th>
                <th scope="col">退回与确认</th>
              </tr>
            </thead>
            <tbody>
              {subject.reports.map((report) => (
                <Row key={report.eventId} report={report} zone={subject.zone} subject={subject.code} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
