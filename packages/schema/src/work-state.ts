import { z } from 'zod'

/** Where a duty stands in its office, in the order of work. */
export const WORK_STATE_LABELS = {
  returned: '退回',
  'sent-back': '审核退回',
  'to-fill': '待填',
  draft: '草稿',
  submitted: '待审核',
  publishing: '报送中',
  reported: '已入总览',
} as const
export const WorkState = z
  .enum(['returned', 'sent-back', 'to-fill', 'draft', 'submitted', 'publishing', 'reported'])
  .meta({ title: '状态' })
export type WorkState = z.infer<typeof WorkState>
