import type { ParkedCommandKind, ParkedState } from '@lianxi/schema/commands/parked'
import { address } from '@/features/session/search'

export const PARKED = '/admin/parked'

/** Shapes are of GB 2312, as everywhere; word and shape speak without colour. */
export const STATE_SHAPES = { open: '□', applied: '■', duplicate: '＝', discarded: '×' } satisfies Record<
  ParkedState,
  string
>

export const KIND_LABELS = {
  retry: '重试',
  discard: '舍弃',
  reopen: '恢复为待处理',
  resend: '重新发送',
} satisfies Record<ParkedCommandKind, string>

const OUTCOMES = new Map([
  ['applied', '已入库'],
  ['duplicate', '重复，已有'],
  ['parked', '仍未入库'],
  ['discarded', '已舍弃'],
  ['reopened', '已恢复为待处理'],
  ['sent', '已重新排队发送'],
  ['settled', '此前已办结，未作变动'],
])
/** What became of one object of a command; a word of a newer worker speaks for itself. */
export const outcomeLabel = (outcome: string): string => OUTCOMES.get(outcome) ?? outcome

/** 3 条已入库 · 1 条仍未入库 */
export const outcomesInWords = (outcomes: Record<string, number>): string =>
  Object.entries(outcomes)
    .map(([outcome, count]) => `${count} 条${outcomeLabel(outcome)}`)
    .join(' · ')

/** The open messages of one region and reason. */
export const listOf = (region: string | null, reason: string): string =>
  address(PARKED, { region: region ?? 'zone', reason })
