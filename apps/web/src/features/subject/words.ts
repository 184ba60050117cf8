import type { VerdictMade } from '@lianxi/schema/views/subject'
import { minuteOf } from '@/features/ui/format'

/** The form's title, by which what was typed in it is found again once it is gone. */
export const RETURN = '退回'

/** Who was faster: `已由… 于 2025-10-12 18:00 退回。` */
export const judgedWords = ({ by, person, at, verdict }: VerdictMade): string =>
  `已由${by.name} ${person} 于 ${minuteOf(at)} ${verdict === 'returned' ? '退回' : '确认'}。`

/** Where in a subject's page the reports of a region for a period stand; links lead there. */
export const partId = (region: string, period: string): string => `${region}-${period}`
