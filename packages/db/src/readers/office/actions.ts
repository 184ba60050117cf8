import { isOwn } from '@lianxi/domain/report/decide'
import { type Filing, findFilingRefusal, findLockRefusal } from '@lianxi/domain/report/filing'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ReportState } from '@lianxi/domain/report/state'
import type { Actions } from '@lianxi/schema/views/office'
import type { Refusal } from '@lianxi/schema/views/refusal'

/** Who looks at a form: what his roles in the region let him do at all. */
export type Viewer = { id: string; name: string; bodies: string[]; mayWrite: boolean; mayApprove: boolean }

const permission = (refusal: Refusal | undefined) => ({
  allowed: refusal === undefined,
  why: refusal?.message ?? null,
})
const unless = (right: boolean) => (right ? undefined : refuse('not-allowed'))
const inState = (right: boolean) => (right ? undefined : refuse('wrong-state'))

/** What went out is not written any more: what to do instead. */
function goneOut({ state, submitted }: ReportState, viewer: Viewer): Refusal | undefined {
  const because = (message: string): Refusal => ({ code: 'wrong-state', message, field: null })
  if (state === 'published') return because('本期已报送。数字有误或有变化的，请点“更正”并写明原因。')
  if (state !== 'submitted') return undefined
  if (submitted?.id === viewer.id) return because('已提交审核，等待审核。要修改的，请点“撤回”。')
  const who = submitted?.name ?? '提交人'
  return because(`${who}已提交审核，等待审核。要修改的，请${who}撤回，或由审核人退回。`)
}

/** What the viewer may do now; the same rules as `decide`, asked before anybody presses a button. */
export function actionsOf(filing: Filing, state: ReportState, viewer: Viewer, now: string): Actions {
  const office = findFilingRefusal(filing)
  const locked = findLockRefusal(filing, state.unlocked, now)
  const writable = state.state === 'draft' || state.state === 'sent-back' || state.state === 'returned'
  const submitted = state.state === 'submitted'
  const correcting = writable && state.published !== null && !state.unlocked
  const notMine = submitted && state.submitted?.id !== viewer.id ? refuse('not-submitter') : undefined
  const own = isOwn(state, viewer) ? refuse('own-report') : undefined
  return {
    write: permission(unless(viewer.mayWrite) ?? office ?? locked ?? goneOut(state, viewer) ?? inState(writable)),
    withdraw: permission(
      unless(viewer.mayWrite) ?? inState(submitted || correcting) ?? notMine ?? (correcting ? office : undefined),
    ),
    approve: permission(unless(viewer.mayApprove) ?? office ?? inState(submitted) ?? own),
    correct: permission(unless(viewer.mayWrite) ?? office ?? locked ?? inState(state.state === 'published')),
  }
}
