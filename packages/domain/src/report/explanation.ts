import type { ReportState } from './state'

/** A report returned after publishing need not be explained again: the return is the reason, unless one is given. */
export function explanation(state: ReportState, given: string | null): string | null {
  if ((given ?? '').trim() !== '') return given
  return state.unlocked && state.returned !== null ? `按退回意见更正：${state.returned.reason}` : null
}
