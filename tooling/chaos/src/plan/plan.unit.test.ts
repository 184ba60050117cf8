import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DirectStream, type Planned } from './direct-stream'
import { officeActs } from './office-acts'
import { drawSchedule, fingerprint } from './schedule'

const said = (seed: string, total = 300): Planned[] => {
  const stream = new DirectStream(seed, '510403', 'project', total)
  const all: Planned[] = []
  for (let planned = stream.next(); planned !== undefined; planned = stream.next()) all.push(planned)
  return all
}

describe('a seed', () => {
  it('gives the same faults and the same traffic again, another seed others', () => {
    const size = { kills: 40, events: 40_000 }
    expect(drawSchedule('a', size)).toEqual(drawSchedule('a', size))
    expect(fingerprint(drawSchedule('a', size))).not.toBe(fingerprint(drawSchedule('b', size)))
    expect(said('a')).toEqual(said('a'))
    expect(said('a')).not.toEqual(said('b'))
    expect(officeActs('a', '510400', 'project', 50)).toEqual(officeActs('a', '510400', 'project', 50))
  })

  it('gives the same traffic whenever a probe is asked for in between', () => {
    const stream = new DirectStream('a', '510403', 'project', 300)
    const all: Planned[] = []
    for (let planned = stream.next(); planned !== undefined; planned = stream.next()) {
      all.push(planned)
      if (all.length % 7 === 0) stream.probe()
    }
    expect(all).toEqual(said('a'))
  })
})

it('every schedule begins with one fault of each kind and fits into its traffic', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 6, max: 120 }),
      fc.integer({ min: 20, max: 2_000 }),
      (seed, kills, each) => {
        const faults = drawSchedule(seed, { kills, events: kills * each })
        expect(faults).toHaveLength(kills)
        expect(new Set(faults.slice(0, 6).map(({ kind }) => kind)).size).toBe(6)
        expect(faults[0]?.afterAcknowledged).toBeGreaterThan(0)
        for (const { afterAcknowledged, kind, frozenMs } of faults) {
          expect(afterAcknowledged).toBeLessThanOrEqual(each)
          expect(frozenMs !== null).toBe(kind.endsWith('frozen'))
          if (frozenMs !== null) expect(frozenMs).toBeGreaterThan(6_000) // the session of the killed worker
        }
      },
    ),
  )
})

it('says repeats, poison and reports that collide, each report naming what stood before it unless it is stale', () => {
  const all = said('mixed', 5_000)
  const what = (wanted: Planned['what']) => all.filter((planned) => planned.what === wanted)
  expect(what('report')).toHaveLength(5_000)
  expect(what('repeat').length).toBeGreaterThan(50)
  expect(new Set(what('poison').flatMap((planned) => (planned.what === 'poison' ? planned.reasons : []))).size).toBe(12)
  const standing = new Map<string, string>()
  let stale = 0
  for (const planned of all) {
    if (planned.what !== 'report') continue
    const { subject, period, replaces, eventId } = planned.report
    if (replaces !== (standing.get(`${subject} ${period}`) ?? null)) stale += 1
    standing.set(`${subject} ${period}`, eventId)
  }
  expect(stale).toBeGreaterThan(0)
  expect(stale).toBeLessThan(100)
})
