import { readWorkbook } from '@lianxi/office-files/read-workbook'
import type { Chasing } from '@lianxi/schema/views/chasing'
import { expect, it } from 'vitest'
import { chasingWorkbook } from './chasing-file'

const region = { code: '510403', name: '西区', shortName: '西区' }
const stream = {
  ...{ now: '2025-10-18T02:00:00.000Z', demo: false, stamp: null, committedAt: null, events: 0, waiting: 0, parked: 0 },
  ...{ unpublished: 0, oldestUnpublishedSeconds: null },
  worker: { silentSeconds: null, fetchSeconds: null, lag: 0, behindSeconds: null, halted: [] },
}
const view: Chasing = {
  zone: { code: 'Z-PX', name: '攀西经济区', reviewBody: '' },
  period: {
    ...{ period: '2025Q3', label: '2025年三季度', frequency: 'quarter', opensAt: null, fellDue: true, closed: false },
    ...{ dueAt: '2025-10-15T10:00:00.000Z', closesAt: null },
  },
  ...{ periods: [], regions: [], owing: [], extensions: [], asks: [], mayExtend: true, stream },
  rates: [
    {
      ...{ body: { code: '510403-FGJ', name: '西区发展和改革局' }, region, city: region },
      ...{ due: 3, reported: 2, nil: 0, late: 1, overdue: 1, completion: '66.6', timeliness: '33.3' },
    },
  ],
  bodies: [
    {
      body: { code: '510403-FGJ', name: '西区发展和改革局' },
      ...{
        region,
        city: region,
        missing: 1,
        overdue: 1,
        awaiting: 1,
        lastReminderAt: null,
        lastChasedAt: null,
        text: '',
      },
      contacts: [{ name: '王芳', role: '填报人', phone: '0812-1234567' }],
      items: [
        {
          ...{ subject: 'XQ-145-T001', name: '=地区生产总值', kind: 'target', period: '2025Q3', state: 'overdue' },
          ...{ dueAt: '2025-10-15T10:00:00.000Z', daysLate: 3, extended: false, awaiting: true, persons: [] },
        },
      ],
    },
  ],
}

it('the Excel has one line an item, whom to call, and figures as figures; no formula comes of a name', async () => {
  const read = await readWorkbook(await chasingWorkbook(view))
  if (!read.ok) throw new Error(read.refusal.sentence)
  const rows = read.sheets[0]?.rows ?? []
  const at = rows.findIndex(({ cells }) => cells[0]?.text === '序号')
  const line = rows[at + 1]?.cells ?? []
  expect(line[2]).toMatchObject({ kind: 'text', text: '=地区生产总值' })
  expect(line.map((cell) => cell?.text)).toContain('王芳 0812-1234567')
  expect(line[5]?.text).toBe('已填报，待本单位审核')
  expect(line[9]).toMatchObject({ kind: 'number', text: '3' })
  const rates = read.sheets[1]?.rows.at(-1)?.cells ?? []
  expect(rates.map((cell) => cell?.text)).toEqual(['西区', '西区发展和改革局', '3', '2', '0', '1', '1', '66.6', '33.3'])
})
