import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { dueOf, evolveExtension, hasEnded, standingOf, type Extension, type ExtensionSaid } from './extension'

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
const withdrawn = (dueAt: string): ExtensionSaid => ({
  type: 'lianxi.duty.extension-withdrawn.v1',
  data: { ...target, dueAt, reason: '单位选择有误', withdrawnBy: '丙' },
  source: 'Z-PX-LXB',
  occurredAt: at(13),
})
const after = (...said: ExtensionSaid[]) => {
  const [first, ...rest] = said
  if (first === undefined) throw new Error('nothing said')
  return rest.reduce(evolveExtension, evolveExtension(undefined, first))
}

describe('an extension', () => {
  it('keeps the latest moment and its reason, in any order', () => {
    const both = [extended(at(20), '一'), extended(at(25), '二')]
    expect(standingOf(after(...both))).toMatchObject({ dueAt: at(25), reason: '二' })
    expect(after(...both.toReversed())).toEqual(after(...both))
  })

  it('has ended with the end of its own moment, not of an earlier one', () => {
    expect(hasEnded(after(extended(at(20)), ended(at(20))))).toBe(true)
    expect(hasEnded(after(ended(at(20)), extended(at(20))))).toBe(true)
    expect(hasEnded(after(extended(at(20)), ended(at(20)), extended(at(25))))).toBe(false)
    expect(hasEnded(after(extended(at(20))))).toBe(false)
  })

  it('taken back, leaves the one that stood before it, or none; given again, it stands again', () => {
    const taken = after(extended(at(20), '一'), extended(at(25), '二'), withdrawn(at(25)))
    expect(standingOf(taken)).toMatchObject({ dueAt: at(20), reason: '一' })
    expect(standingOf(evolveExtension(taken, withdrawn(at(20))))).toBeNull()
    expect(evolveExtension(taken, withdrawn(at(22)))).toEqual(taken)
    expect(standingOf(evolveExtension(taken, extended(at(25), '三')))).toMatchObject({ dueAt: at(25), reason: '三' })
  })

  it('taken back, is as if it had never been given, in whatever order the others came and went', () => {
    const days = fc.uniqueArray(fc.integer({ min: 16, max: 30 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, fc.func(fc.boolean()), fc.func(fc.nat()), (given, isTaken, rank) => {
        const back = given.filter((day) => isTaken(day))
        const said = given.toSorted((a, b) => rank(a) - rank(b)).map((day) => extended(at(day)))
        const stays = given.filter((day) => !back.includes(day)).map((day) => extended(at(day)))
        const all = [...said, ...back.map((day) => withdrawn(at(day)))]
        const left = all.reduce(evolveExtension, { given: [], endedAt: null })
        expect(left).toEqual(stays.reduce(evolveExtension, { given: [], endedAt: null }))
        expect(standingOf(left)?.dueAt ?? null).toBe(
          stays.length === 0 ? null : at(Math.max(...given.filter((day) => !back.includes(day)))),
        )
      }),
    )
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
