'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { TroubleNote } from '@/features/command/trouble-note'
import { Notice } from '@/features/shell/page-head'
import { secondOf, shortMinuteOf } from '@/features/ui/format'
import { StatusPreview } from '@/features/status/status-preview'
import { Conflict } from './conflict'
import { Field, type FieldState, TextField } from './field'
import { FormChart } from './form-chart'
import f from './form.module.css'
import { markJump } from './jump'
import { ProjectFields } from './project-fields'
import { TargetFields } from './target-fields'
import { LIMITS, TARGET_TITLES } from './titles'
import { useReportForm } from './use-report-form'

type Report = ReturnType<typeof useReportForm>
type Props = { form: OfficeForm; evidence: boolean; userId: string; next: string | null }

const SUMS = ['value', 'investedYearWan', 'investedTotalWan']
const FALLS = ['year-to-date-falls', 'invested-falls']
/** A sum that falls wants its reason in a first report too. */
const falls = (state: FieldState): boolean =>
  SUMS.some((field) => state.findings(field).some(({ code }) => FALLS.includes(code)))

function Fields({ form, evidence, report }: Pick<Props, 'form' | 'evidence'> & { report: Report }) {
  const { working, change, findings } = report
  const { entry } = working
  const { state } = findings
  return (
    <>
      {form.check.correction || working.correctionReason !== '' || falls(state) ? (
        <TextField
          name="correctionReason"
          label="更正原因"
          state={state}
          value={working.correctionReason}
          limit={500}
          onChange={(correctionReason) => change({ correctionReason })}
        />
      ) : null}
      <Field name="nil" label={TARGET_TITLES.nil} state={state}>
        {(wiring) => (
          <span className={f.check}>
            <input
              {...wiring}
              type="checkbox"
              checked={entry.nil}
              onChange={(event) => change({ entry: { ...entry, nil: event.target.checked } })}
            />
            <small className="no-print">确无变化的选此项，不必再填数值</small>
          </span>
        )}
      </Field>
      {entry.kind === 'target' ? (
        <TargetFields form={form} entry={entry} state={state} change={(next) => change({ entry: next })} />
      ) : (
        <ProjectFields form={form} entry={entry} state={state} change={(next) => change({ entry: next })} />
      )}
      <StatusPreview form={form} entry={entry} evidence={evidence} wrong={findings.errors.length > 0} />
      <TextField
        name="problems"
        label={TARGET_TITLES.problems}
        state={state}
        value={entry.problems}
        limit={LIMITS.problems}
        placeholder="没有可不填"
        onChange={(problems) => change({ entry: { ...entry, problems } })}
      />
      <TextField
        name="nextStep"
        label={TARGET_TITLES.nextStep}
        state={state}
        value={entry.nextStep}
        limit={LIMITS.nextStep}
        placeholder="没有可不填"
        onChange={(nextStep) => change({ entry: { ...entry, nextStep } })}
      />
    </>
  )
}

function Standing({ report }: { report: Report }) {
  const { said, mine, drop } = report
  if (said !== undefined) return <small role="status">{`${said.word} ${secondOf(said.at)}`}</small>
  if (mine === null || mine.saved) return <small role="status" />
  return (
    <small role="status">
      尚未存到服务器，本机已留存（{shortMinuteOf(mine.at)}）{' '}
      <button type="button" className="plain" onClick={drop}>
        放弃修改
      </button>
    </small>
  )
}

/** What stops, above the buttons: a refusal that belongs to no field, or how many fields need a look. */
function Stops({ report }: { report: Report }) {
  const { answered } = report.findings
  const whole = report.findings.all.filter(({ field, level }) => field === null && level === 'error')
  return (
    <div role="alert">
      {answered !== undefined && answered.refusal.field === null && report.other === undefined ? (
        <Notice bad>{answered.refusal.message}</Notice>
      ) : null}
      {whole.length === 0 ? null : <Notice bad>{whole.map(({ message }) => message).join('')}</Notice>}
    </div>
  )
}

/** Puts the cursor where something is wrong, after the page has drawn it. */
function showFirstFault(box: HTMLElement | null) {
  requestAnimationFrame(() => {
    const fault = box?.querySelector<HTMLElement>('[aria-invalid="true"]')
    fault?.focus()
  })
}

function Keys() {
  return (
    <small className={f.keys}>
      <kbd>Ctrl Enter</kbd> 存草稿并到下一条 <kbd>Ctrl Shift Enter</kbd> 提交并到下一条
    </small>
  )
}

/** One form for a target report and a project report; beside the list, or alone on a page. */
export function ReportForm({ form, evidence, userId, next }: Props) {
  const report = useReportForm(form, userId)
  const router = useRouter()
  const box = useRef<HTMLFormElement>(null)
  const go = async (deed: 'draft' | 'submit', onwards: boolean) => {
    const ok = await report.run(deed)
    if (!ok) return showFirstFault(box.current)
    if (!onwards || next === null) return
    markJump()
    router.push(next, { scroll: false })
  }
  useEffect(() => {
    if (report.findings.answered !== undefined) showFirstFault(box.current)
  }, [report.findings.answered])
  const typed = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void go(event.shiftKey ? 'submit' : 'draft', true)
  }
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    void go('submit', false)
  }
  const { other, working, busy, trouble } = report
  return (
    <form
      ref={box}
      method="post"
      noValidate
      onSubmit={submit}
      onKeyDown={typed}
      aria-label={`填报 ${form.name}`}
      data-report-form
    >
      <FormChart form={form} working={working} />
      {other === undefined ? null : (
        <Conflict
          other={other}
          mine={working.entry}
          unit={form.target?.unit ?? null}
          keepMine={() => report.rebase(other.version)}
          takeTheirs={report.drop}
        />
      )}
      <Fields form={form} evidence={evidence} report={report} />
      <Stops report={report} />
      <TroubleNote trouble={trouble} retry={() => void go(report.last, false)} />
      <div className={`${f.actions ?? ''} no-print`}>
        <button type="submit" className="primary" disabled={busy || other !== undefined}>
          提交审核
        </button>
        <button type="button" disabled={busy || other !== undefined} onClick={() => void go('draft', false)}>
          存草稿
        </button>
        <Standing report={report} />
        <Keys />
      </div>
    </form>
  )
}
