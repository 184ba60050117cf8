import Link from 'next/link'
import type { EvidenceView } from '@lianxi/schema/commands/evidence'
import { previewOf, restsOn } from '@lianxi/domain/judge/preview'
import type { Entry } from '@lianxi/schema/commands/entry'
import { draftState } from '@lianxi/schema/vocabulary'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { valueOrigin } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { EvidenceBox } from '@/features/evidence/evidence-box'
import { Notice } from '@/features/shell/page-head'
import { Shown } from '@/features/status/shown'
import { Facts, Source, type Fact } from '@/features/subject/facts'
import { listedFacts, projectFacts, targetFacts } from '@/features/subject/promise'
import { grouped, minuteOf, moneyInWords } from '@/features/ui/format'
import { AttributeTag } from '@/features/ui/mark'
import { alsoServed } from './also-served'
import { EntrySaid } from './entry-said'
import { LeftOver } from './left-over'
import { Life } from './life'
import s from './office.module.css'
import { ReceiptLine } from './receipt'
import { Rechecked } from './rechecked'
import { ReportActions } from './report-actions'
import { ReportForm } from './report-form'
import { Steer } from './steer'

function factsOf(form: OfficeForm): Fact[] {
  const yearValue = form.item?.target?.yearValue
  const plan = form.item?.project
  return [
    ...(form.target === null ? [] : targetFacts(form.target).filter(([term]) => term !== '指标')),
    ...(form.project === null
      ? []
      : projectFacts(form.project).filter(([term]) => ['总投资', '建设年限', '规划期末成果'].includes(term))),
    ...listedFacts(form.item === null ? [] : [form.item], form.target),
    [
      '本年目标',
      yearValue
        ? `${withUnit(grouped(yearValue.value), form.target?.unit ?? null)}（${valueOrigin.labels[yearValue.origin]}）`
        : null,
    ],
    ['年度投资计划', plan?.planWan ? `${moneyInWords(plan.planWan)}（${valueOrigin.labels[plan.origin]}）` : null],
    ['同一数据', form.serves.length === 0 ? null : `${alsoServed(form.serves)}，不必重复填写`],
    ['期限', form.deadline],
    ['出处', <Source key="source" source={form.source} />],
  ]
}

function State({ form }: { form: OfficeForm }) {
  const { report, draftState: state } = form
  const approved = form.steps.find(({ type }) => type === 'published')
  return (
    <div className={s.state}>
      <span>
        {form.periodView.label} · {state === null ? '待填' : draftState.labels[state]}
        {report !== null && report.revision > 1 ? ` · 第 ${report.revision} 次报送` : ''}
      </span>
      <span>填报单位 {form.body?.name ?? form.regionName.name}</span>
      {report?.submittedByName ? (
        <span>
          提交人 {report.submittedByName}
          {report.submittedAt === null ? '' : ` ${minuteOf(report.submittedAt)}`}
        </span>
      ) : null}
      {approved === undefined || state !== 'published' ? null : (
        <span>
          审核人 {approved.actorName} {minuteOf(approved.at)}
        </span>
      )}
      {state === 'published' ? <ReceiptLine receipt={form.receipt} now={form.now} /> : null}
    </div>
  )
}

/** Who sent it back, by name; the report itself keeps only the body's code. */
function returnedBy(form: OfficeForm): string {
  const step = form.steps.filter(({ type }) => type === 'returned' || type === 'sent-back').at(-1)
  return step === undefined ? '' : `${step.actorName} ${minuteOf(step.at)} `
}

/** What approving brings: the form said the same while it was typed. */
const thenOf = ({ judging }: OfficeForm, entry: Entry, evidence: boolean) =>
  judging === null ? null : (previewOf(judging, entry, evidence) ?? null)

type Props = {
  form: OfficeForm
  evidence: EvidenceView[]
  userId: string
  next: string | null
  previous: string | null
  list: string
}

/** The promise, where the report stands, and the form or, where it cannot be written now, what it says. */
export function FormPanel({ form, evidence, userId, next, previous, list }: Props) {
  const { report, actions } = form
  return (
    <section className={s.panel} aria-labelledby="form-title" data-paper="a4" data-form-panel>
      <div className={s.panelTop}>
        <Link href={list} prefetch={false} className={`${s.back ?? ''} no-print`}>
          ← 返回清单
        </Link>
        <header className={s.panelHead}>
          <h2 id="form-title">
            <AttributeTag attribute={form.item?.attribute ?? null} />
            {form.name}
          </h2>
          <Steer next={next} previous={previous} />
        </header>
        <State form={form} />
        {report?.returnedReason && form.draftState !== 'published' ? (
          <Notice bad>
            {returnedBy(form)}退回：{report.returnedReason}
          </Notice>
        ) : null}
      </div>
      <Rechecked form={form} />
      <Facts facts={factsOf(form)} />
      {actions.write.allowed ? (
        <ReportForm
          key={`${form.subject} ${form.region} ${form.period}`}
          form={form}
          evidence={evidence.length > 0}
          userId={userId}
          next={next}
        />
      ) : (
        <>
          {actions.write.why === null ? null : <p className="note no-print">{actions.write.why}</p>}
          {report === null ? null : <EntrySaid entry={report.entry} unit={form.target?.unit ?? null} />}
          {form.draftState === 'submitted' && report !== null ? (
            <Shown
              now={form.shownNow}
              then={thenOf(form, report.entry, evidence.length > 0)}
              rests={form.judging === null ? undefined : restsOn(form.judging, report.entry)}
            />
          ) : null}
          <LeftOver form={form} userId={userId} />
        </>
      )}
      <EvidenceBox of={form} files={evidence} writable={actions.write.allowed} />
      <ReportActions form={form} />
      <Life form={form} />
    </section>
  )
}
