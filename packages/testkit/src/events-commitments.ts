import type { z } from 'zod'
import {
  DutyAssigned,
  ItemListed,
  ListAdopted,
  PeriodClosed,
  PeriodFellDue,
  PeriodOpened,
} from '@lianxi/schema/events/commitments'

/** Events of a plan topic that create duties and periods; valid as they are, arguments change single fields. */
export const buildListAdopted = (change: Partial<z.input<typeof ListAdopted>> = {}) => ({
  type: 'lianxi.list.adopted.v1' as const,
  data: ListAdopted.parse({
    code: 'L-510403-2025',
    name: '西区2025年度清单',
    year: 2025,
    owner: '510403-FGJ',
    adoptedBy: '演示',
    adoptedOn: '2025-01-10',
    calendar: [{ frequency: 'quarter', opensAfterDays: 0, dueAfterDays: 15, closesAfterDays: 40, dueTime: '18:00' }],
    ...change,
  }),
})

export const buildItemListed = (change: Partial<z.input<typeof ItemListed>> = {}) => ({
  type: 'lianxi.item.listed.v1' as const,
  data: ItemListed.parse({
    code: 'L-510403-2025-01',
    list: 'L-510403-2025',
    subject: 'XQ-145-T001',
    kind: 'target',
    year: 2025,
    region: '510403',
    order: 1,
    attribute: 'key',
    visibility: 'public',
    leadBody: '510403-FGJ',
    coBodies: [],
    measures: null,
    deadline: '2025-12-31',
    target: { baseline: null, yearValue: { year: 2025, value: '218.4', origin: 'demo' }, path: [] },
    project: null,
    ...change,
  }),
})

export const buildDutyAssigned = (change: Partial<z.input<typeof DutyAssigned>> = {}) => ({
  type: 'lianxi.duty.assigned.v1' as const,
  data: DutyAssigned.parse({
    subject: 'XQ-145-T001',
    kind: 'target',
    region: '510403',
    year: 2025,
    body: '510403-FGJ',
    frequency: 'quarter',
    items: ['L-510403-2025-01'],
    ...change,
  }),
})

export const buildPeriodOpened = (change: Partial<z.input<typeof PeriodOpened>> = {}) => ({
  type: 'lianxi.period.opened.v1' as const,
  data: PeriodOpened.parse({
    period: '2025Q3',
    opensAt: '2025-09-30T16:00:00.000Z',
    dueAt: '2025-10-15T10:00:00.000Z',
    closesAt: '2025-11-10T10:00:00.000Z',
    ...change,
  }),
})

export const buildPeriodFellDue = (change: Partial<z.input<typeof PeriodFellDue>> = {}) => ({
  type: 'lianxi.period.fell-due.v1' as const,
  data: PeriodFellDue.parse({ period: '2025Q3', dueAt: '2025-10-15T10:00:00.000Z', ...change }),
})

export const buildPeriodClosed = (change: Partial<z.input<typeof PeriodClosed>> = {}) => ({
  type: 'lianxi.period.closed.v1' as const,
  data: PeriodClosed.parse({ period: '2025Q3', closedAt: '2025-11-10T10:00:00.000Z', ...change }),
})
