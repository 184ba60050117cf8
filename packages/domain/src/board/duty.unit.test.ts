import type { DutyAssigned } from '@lianxi/schema/events/commitments'
import { periodsOf, type Period } from '@lianxi/schema/period'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Duty, dutyAt, evolveDuty } from './duty'

const assigned = (body: string, from?: Period): DutyAssigned => ({
  ...{
    subject: 'XQ-145-T001',
    kind: 'target',
    region: '510403',
    year: 2025,
    body,
    frequency: 'quarter',
    items: ['L-1'],
  },
  ...(from === undefined ? {} : { from }),
})
const after = (...said: DutyAssigned[]) => said.reduce<Duty | undefined>(evolveDuty, undefined)
const quarters = periodsOf(2025, 'quarter')
const bodies = (duty: Duty | undefined) => quarters.map((period) => dutyAt(duty, period)?.body)

describe('a duty handed over in the middle of the year', () => {
  it('stays with its body all year unless it is handed over', () => {
    expect(bodies(after(assigned('A')))).toEqual(['A', 'A', 'A', 'A'])
  })
  it('is the old body’s before and the new one’s from then on, as often as it is handed over', () => {
    expect(bodies(after(assigned('A'), assigned('B', '2025Q3')))).toEqual(['A', 'A', 'B', 'B'])
    expect(bodies(after(assigned('A'), assigned('B', '2025Q2'), assigned('C', '2025Q4')))).toEqual(['A', 'B', 'B', 'C'])
  })
  it('is the last word: a handover for an earlier period takes back later ones, an assignment of the year all', () => {
    expect(bodies(after(assigned('A'), assigned('C', '2025Q4'), assigned('B', '2025Q2')))).toEqual(['A', 'B', 'B', 'B'])
    expect(bodies(after(assigned('A'), assigned('B', '2025Q3'), assigned('C')))).toEqual(['C', 'C', 'C', 'C'])
    expect(after(assigned('A'), assigned('B', '2025Q3'), assigned('A', '2025Q3'))?.holders).toBeNull()
  })
  it('that begins in the middle of the year is nobody’s before', () => {
    expect(bodies(after(assigned('B', '2025Q3')))).toEqual([undefined, undefined, 'B', 'B'])
  })
  it('never changes who held a period before the one it is handed over from', () => {
    const handover = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(...quarters))
    fc.assert(
      fc.property(fc.array(handover, { maxLength: 6 }), handover, (earlier, [body, from]) => {
        const before = after(assigned('A'), ...earlier.map(([to, at]) => assigned(to, at)))
        const now = evolveDuty(before, assigned(body, from))
        for (const period of quarters) {
          expect(dutyAt(now, period)?.body).toBe(period < from ? dutyAt(before, period)?.body : body)
        }
        expect(now.body).toBe(dutyAt(now, '2025Q4')?.body)
      }),
    )
  })
})
