import { describe, expect, it } from 'vitest'
import { dueOf, evolveExtension, hasEnded, type Extension, type ExtensionSaid } from './extension'

const DUE = '2025-10-15T10:00:00.000Z'
const period = { opensAt: null, dueAt: DUE, closesAt: null, fellDue: true, closed: false }
const at = (day: number) => `2025-10-${day}T10:00:00.000Z`
const target = { region: '510403', body: '510403-FGJ', subject: null, period: '2025Q3' }
const extended = (dueAt: string, reason = '数据推迟发布'): ExtensionSaid => ({
  type: 'lianxi.duty.extended.v1',
  data: { ...target, dueAt, reason, grantedBy: '丙' },
  source: 'Z-PX-LXB',
  occurredAt: at(13),
})
const ended = (dueAt: string): ExtensionSaid => ({
  type: 'lianxi.duty.extension-ended.v1',
  data: { ...target, dueAt },
  source: 'Z-PX-LXB',
  occurredAt: dueAt,
})
const after = (...said: ExtensionSaid[]) => {
  const [first, ...rest] = said
  if (first === undefined) throw new Error('nothing said')
  return rest.reduce(evolveExtension, evolveExtension(undefined, first))
}

describe('an extension', () => {
  it('keeps the latest moment and its reason, in any order', () => {
    expect(after(extended(at(20), '一'), extended(at(25), '二'))).toMatchObject({ dueAt: at(25), reason: '二' })
    expect(after(extended(at(25), '二'), extended(at(20), '一'))).toMatchObject({ dueAt: at(25), reason: '二' })
  })

  it('has ended with the end of its own moment, not of an earlier one', () => {
    expect(hasEnded(after(extended(at(20)), ended(at(20))))).toBe(true)
    expect(hasEnded(after(ended(at(20)), extended(at(20))))).toBe(true)
    expect(hasEnded(after(extended(at(20)), ended(at(20)), extended(at(25))))).toBe(false)
    expect(hasEnded(after(extended(at(20))))).toBe(false)
  })
})

describe('the due moment of a cell', () => {
  const cell = { subject: 'XQ-145-T001', region: '510403' }
  const one = (change: Partial<Extension> = {}): Extension => ({
    ...{ body: '510403-FGJ', subject: null, region: '510403', dueAt: at(20), ended: false },
    ...change,
  })
  const due = (...extensions: Extension[]) => dueOf(cell, '510403-FGJ', period, extensions)

  it('is the period’s, when nothing else applies', () => {
    expect(due()).toEqual({ dueAt: DUE, fellDue: true })
    expect(due(one({ body: '510403-JTJ' }))).toEqual({ dueAt: DUE, fellDue: true })
    expect(due(one({ subject: 'XQ-145-P001' }))).toEqual({ dueAt: DUE, fellDue: true })
    expect(due(one({ region: '510402', subject: cell.subject }))).toEqual({ dueAt: DUE, fellDue: true })
  })

  it('is the latest of those that apply, and has passed only when that one has', () => {
    const both = [one({ ended: true }), one({ subject: cell.subject, dueAt: at(25) })]
    expect(due(one())).toEqual({ dueAt: at(20), fellDue: false })
    expect(due(...both)).toEqual({ dueAt: at(25), fellDue: false })
    expect(due(...both.toReversed())).toEqual({ dueAt: at(25), fellDue: false })
  })

  it('is never earlier than the period’s, and none before the period is known', () => {
    expect(due(one({ dueAt: at(14) }))).toEqual({ dueAt: DUE, fellDue: true })
    expect(dueOf(cell, '510403-FGJ', undefined, [one()])).toEqual({ dueAt: null, fellDue: false })
  })

  it('of a duty stays with the duty when another body takes it over', () => {
    expect(dueOf(cell, '510403-JTJ', period, [one({ subject: cell.subject })]).dueAt).toBe(at(20))
  })
})
