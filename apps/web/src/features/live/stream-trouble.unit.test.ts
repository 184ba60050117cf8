import { describe, expect, test } from 'vitest'
import type { StreamState, StreamWorker } from '@lianxi/schema/views/common'
import { streamTrouble } from './stream-trouble'

const WELL: StreamWorker = { silentSeconds: 3, fetchSeconds: 0.2, lag: 0, behindSeconds: null, halted: [] }
const said = (worker: Partial<StreamWorker>, state: Partial<StreamState> = {}) =>
  streamTrouble({
    now: '2025-10-12T10:00:00.000Z',
    demo: false,
    stamp: '2025-10-12T10:00:00.000123Z',
    committedAt: '2025-10-12T10:00:00.000Z',
    events: 1,
    waiting: 0,
    parked: 0,
    unpublished: 0,
    oldestUnpublishedSeconds: null,
    worker: { ...WELL, ...worker },
    ...state,
  })

describe('the board’s head', () => {
  test('says nothing while all is well: a quiet stream, a report on its way, a worker with nothing to read', () => {
    expect(said({})).toBeNull()
    expect(said({ lag: 1, behindSeconds: 2 }, { unpublished: 1, oldestUnpublishedSeconds: 1 })).toBeNull()
    expect(said({ fetchSeconds: null })).toBeNull()
  })

  test('says that the worker stands, and for how long', () => {
    expect(said({ silentSeconds: 190 })).toBe('汇总已停止 3 分钟；所报内容均已保存，恢复后自动入库')
    expect(said({ silentSeconds: 25 })).toContain('汇总已停止 20 秒')
    expect(said({ silentSeconds: null })).toContain('未运行')
    expect(said({ silentSeconds: 19.9 })).toBeNull()
  })

  test('says that nothing comes from Kafka, and what waits in the outbox', () => {
    expect(said({ fetchSeconds: 200 }, { unpublished: 1_204, oldestUnpublishedSeconds: 7_300 })).toBe(
      '汇总已 3 分钟收不到数据；1,204 条待发送，最早已等 2 小时；所报内容均已保存，恢复后自动入库',
    )
  })

  test('says how far it is behind', () => {
    expect(said({ lag: 12_000, behindSeconds: 65 })).toContain('汇总落后约 12,000 条，已 60 秒，正在处理')
  })

  test('names a stopped topic as work for the administrator; the rest goes on', () => {
    const halted = [{ topic: 'lianxi.510403.target.v1', label: '西区目标填报', sinceSeconds: 3_600 }]
    expect(said({ halted })).toBe('西区目标填报已停止入库 60 分钟，需系统管理员处理，其他数据照常')
  })
})
