import type { z } from 'zod'
import { vocabulary } from './word-list'

/** What a document that promises is. Of a decision or minutes it is the number that people know it by. */
export const documentKind = vocabulary('文件类别', { plan: '规划', decision: '决定', minutes: '会议纪要' })
export const DocumentKind = documentKind.schema
export type DocumentKind = z.infer<typeof DocumentKind>
