import { v7 } from 'uuid'
import type { z } from 'zod'
import {
  ProjectProgressReported,
  ReportConfirmed,
  ReportReturned,
  TargetProgressReported,
} from '@lianxi/schema/events/reports'

const FILING = {
  zone: 'Z-PX',
  region: '510403',
  body: '510403-FGJ',
  period: '2025Q3',
  revision: 1,
  replaces: null,
  correctionReason: null,
  reportedBy: '演示填报人',
  approvedBy: '演示审核人',
  submittedAt: '2025-10-10T01:00:00.000Z',
  warnings: [],
}

/** A region's report on a target; valid as it is, arguments change single fields (`content` is merged too). */
export const buildTargetReport = ({
  content,
  ...change
}: Partial<Omit<z.input<typeof TargetProgressReported>, 'content'>> & {
  content?: Partial<z.input<typeof TargetProgressReported>['content']>
} = {}) => ({
  type: 'lianxi.target.progress-reported.v1' as const,
  data: TargetProgressReported.parse({
    ...FILING,
    subject: 'XQ-145-T001',
    content: {
      nil: false,
      value: '160.5',
      figureSource: '区统计局 季度快报',
      note: '',
      problems: '',
      nextStep: '',
      ...content,
    },
    ...change,
  }),
})

/** A region's report on a project. */
export const buildProjectReport = ({
  content,
  ...change
}: Partial<Omit<z.input<typeof ProjectProgressReported>, 'content'>> & {
  content?: Partial<z.input<typeof ProjectProgressReported>['content']>
} = {}) => ({
  type: 'lianxi.project.progress-reported.v1' as const,
  data: ProjectProgressReported.parse({
    ...FILING,
    subject: 'XQ-145-P001',
    content: {
      nil: false,
      stage: 'under-construction',
      investedYearWan: 12_000,
      investedTotalWan: 48_000,
      progressPercent: '62.5',
      physicalProgress: '',
      milestones: [],
      matters: [],
      problems: '',
      nextStep: '',
      ...content,
    },
    ...change,
  }),
})

const verdict = () => ({
  report: v7(),
  subject: 'XQ-145-T001',
  region: '510403',
  period: '2025Q3',
  by: 'Z-PX-LXB',
  person: '演示秘书',
})

/** The secretariat or the parent region sends a published report back; name the report. */
export const buildReportReturned = (change: Partial<z.input<typeof ReportReturned>> = {}) => ({
  type: 'lianxi.report.returned.v1' as const,
  data: ReportReturned.parse({ ...verdict(), reason: '请核对数据口径', ...change }),
})

export const buildReportConfirmed = (change: Partial<z.input<typeof ReportConfirmed>> = {}) => ({
  type: 'lianxi.report.confirmed.v1' as const,
  data: ReportConfirmed.parse({ ...verdict(), ...change }),
})
