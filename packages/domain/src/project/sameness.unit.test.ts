import { samenessFinding, type SamenessFinding, samenessStanding as standings } from '@lianxi/schema/library-vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samenessStanding } from './sameness'

const finding = fc.option(fc.constantFrom<SamenessFinding>(...samenessFinding.words), { nil: undefined })
const turned = { ours: 'theirs', theirs: 'ours' } as const
const turn = (standing: ReturnType<typeof samenessStanding>) =>
  standing === 'ours' || standing === 'theirs' ? turned[standing] : standing

describe('what two zones say of one pair', () => {
  it.each([
    ['same', 'same', 'agreed'],
    ['same', undefined, 'ours'],
    ['withdrawn', 'same', 'theirs'],
    ['different', undefined, 'different'],
    ['same', 'different', 'contradicting'],
    ['withdrawn', undefined, undefined],
  ] as const)('%s and %s: %s', (ours, theirs, standing) => expect(samenessStanding(ours, theirs)).toBe(standing))

  it('is the same thing seen from both sides, and what was taken back counts as not said', () =>
    fc.assert(
      fc.property(finding, finding, (ours, theirs) => {
        expect(samenessStanding(theirs, ours)).toBe(turn(samenessStanding(ours, theirs)))
        if (ours === 'withdrawn') expect(samenessStanding(ours, theirs)).toBe(samenessStanding(undefined, theirs))
        const standing = samenessStanding(ours, theirs)
        if (standing !== undefined) expect(standings.words).toContain(standing)
        // One zone alone never makes two listings one.
        if (standing === 'agreed') expect([ours, theirs]).toEqual(['same', 'same'])
      }),
    ))
})
