import { REPORT_STANDING_LABELS, type ReportMade } from '@lianxi/schema/views/subject'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { Drawn } from '@/features/drawn/drawn'
import { EvidenceLinks } from '@/features/evidence/evidence-links'
import { minuteOf, momentOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import { ReportSaid } from './report-said'
import s from './subject.module.css'
import { Verdict } from './verdict'
import { judgedWords, RETURN } from './words'

type Props = { report: ReportMade; zone: string; subject: string }

function Verdicts({ report, zone, subject }: Props) {
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

/** One report: what it says, who said and approved it when, where it lies, and what others said of it. */
export function Report({ report, zone, subject }: Props) {
  return (
    <article id={report.eventId} className={s.report} data-report={report.standing}>
      <div>
        <Tag>{REPORT_STANDING_LABELS[report.standing]}</Tag>
        {report.revision > 1 ? <Tag>第 {report.revision} 次</Tag> : null}
        <Drawn what="content" of={report} also={null}>
          <ReportSaid report={report} />
          <EvidenceLinks
            of={{ zone, subject, region: report.region.code, period: report.period }}
            files={report.evidence}
          />
        </Drawn>
      </div>
      <div>
        填报 {report.reportedBy}，审核 {report.approvedBy}
        <span className="sub">{report.body.name}</span>
        <span className="sub">报送 {minuteOf(report.reportedAt)}</span>
        <span className="sub">提交 {minuteOf(report.submittedAt)}</span>
        <span className="sub">入库 {momentOf(report.stamp)}</span>
      </div>
      <div>
        <span className="sub">事件编号</span>
        <div className="mono">
          {report.eventId}
          <span className="sub">
            {report.topic} @{report.offset}
          </span>
        </div>
      </div>
      <div>
        <Verdicts report={report} zone={zone} subject={subject} />
      </div>
    </article>
  )
}
