import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePartner, type KnownPartnership } from './decide'
import { ofWholePercent, ownPercent } from './shares'
import { seesPartnership, seesParts } from './sight'
import { isOpen, partnershipState } from './state'
import { base, coordinator, OWNER, PARTNER, secretariat, THIRD } from './testing/context'

describe('how an invitation stands', () => {
  const [over, another] = [{ invitation: 'a' }, { invitation: 'b' }]
  const stands = (
    answer: { invitation: string; accepted: boolean } | undefined,
    ...endings: { invitation: string }[]
  ) => partnershipState({ invitation: 'a', answer, endings })
  it('is what was said of it, and of no other', () => {
    const [yes, no] = [
      { invitation: 'a', accepted: true },
      { invitation: 'a', accepted: false },
    ]
    expect([stands(undefined), stands(yes), stands(no)]).toEqual(['asked', 'standing', 'declined'])
    expect([stands(undefined, over), stands(yes, over), stands(no, over)]).toEqual([
      ...['withdrawn', 'ended', 'declined'],
    ])
    expect([stands({ invitation: 'b', accepted: true }), stands(yes, another)]).toEqual(['asked', 'standing'])
  })
  it('is seen by whom it concerns, figures only while it stands and by who has a part', () => {
    const see = (wide: boolean, zone: string, regions: string[], state: KnownPartnership['state']) => {
      const [viewer, seen] = [
        { zone, wide, regions },
        { ofZone: OWNER, region: '511500', state },
      ]
      return [seesPartnership(viewer, seen), seesParts(viewer, seen, ['510400'])]
    }
    expect(see(true, PARTNER, [], 'asked')).toEqual([true, false])
    expect(see(false, PARTNER, ['511500'], 'asked')).toEqual([true, false])
    expect(see(false, PARTNER, ['510300'], 'declined')).toEqual([false, false])
    expect(see(false, PARTNER, ['510300'], 'standing')).toEqual([true, false])
    expect(see(false, PARTNER, ['511500'], 'standing')).toEqual([true, true])
    expect(see(false, OWNER, ['510400'], 'standing')).toEqual([true, true])
    expect(see(false, OWNER, ['510402'], 'standing')).toEqual([true, false])
    expect(see(true, PARTNER, [], 'ended')).toEqual([true, false])
  })
})

type Told = { zone: string; event: LianxiEvent; id: string }

/** As the board keeps it: the last word of a kind under a code, each zone's for itself; whatever topic comes first. */
function readBoard(told: readonly Told[]): KnownPartnership[] {
  const facts = new Map(told.map((one) => [`${one.zone} ${one.event.type} ${codeOf(one.event)}`, one]))
  return [...facts.values()].flatMap(({ zone: ofZone, event, id: invitation }) => {
    if (event.type !== 'lianxi.partner.invited.v1') return []
    const { code, partnerZone, partnerRegion: region, partnerBody: body, sharePercent } = event.data
    const answered = facts.get(`${partnerZone} lianxi.partner.answered.v1 ${code}`)?.event
    const answer = answered?.type === 'lianxi.partner.answered.v1' ? answered.data : undefined
    const endings = [ofZone, partnerZone].flatMap((zone) => {
      const ended = facts.get(`${zone} lianxi.partner.ended.v1 ${code}`)?.event
      return ended?.type === 'lianxi.partner.ended.v1' ? [ended.data] : []
    })
    const state = partnershipState({ invitation, answer, endings })
    return [{ code, invitation, seen: invitation, state, partnerZone, region, body, sharePercent }]
  })
}
const codeOf = ({ data }: LianxiEvent): string => ('code' in data ? data.code : '')

describe('whatever is said in whatever order', () => {
  const speakers = [secretariat(OWNER), secretariat(PARTNER), secretariat(THIRD), coordinator(PARTNER, '511500')]
  const codes = ['PX-145-P233-H01', 'PX-145-P233-H02', 'PX-145-P233-H03']
  const asked = fc.constantFrom(
    { partnerZone: PARTNER, partner: '511500' },
    { partnerZone: PARTNER, partner: '510300' },
    { partnerZone: THIRD, partner: '511700' },
  )
  const words = { part: '一段', contribution: '资金', basis: '纪要' }
  const invite = fc
    .tuple(asked, fc.option(fc.integer({ min: 1, max: 100 })))
    .map(([whom, sharePercent]): PartnerDeed => ({ type: 'invite', ...whom, ...words, sharePercent }))
  const answer = fc
    .tuple(fc.constantFrom(...codes), fc.boolean())
    .map(([code, accepted]): PartnerDeed => ({ type: 'answer', code, seen: '', accepted, note: '意见' }))
  const end = fc.constantFrom(...codes).map((code): PartnerDeed => ({ type: 'end', code, seen: '', reason: '缘由' }))
  const anybody = fc.constantFrom(...speakers)
  // Mostly who may: of what chance alone says hardly anything would stand.
  const owner = fc.oneof({ weight: 4, arbitrary: fc.constant(secretariat(OWNER)) }, { weight: 1, arbitrary: anybody })
  const said = fc.array(fc.oneof(fc.tuple(invite, owner), fc.tuple(answer, anybody), fc.tuple(end, anybody)), {
    maxLength: 25,
  })
  const play = (steps: [PartnerDeed, (typeof speakers)[number]][]): Told[] =>
    steps.reduce<Told[]>((told, [wanted, speaker]) => {
      const partnerships = readBoard(told)
      const seen = 'code' in wanted ? (partnerships.find(({ code }) => code === wanted.code)?.seen ?? '') : ''
      const decision = decidePartner('code' in wanted ? { ...wanted, seen } : wanted, {
        ...base,
        partnerships,
        speaker,
      })
      if (!decision.ok) return told
      return [...told, { zone: speaker.zone, event: decision.publish, id: `e${told.length}` }]
    }, [])

  it('shares stay within the whole, nobody is asked twice, and only who was asked stands', () =>
    fc.assert(
      fc.property(said, (steps) => {
        const told = play(steps)
        const board = readBoard(told)
        const open = board.filter(({ state }) => isOpen(state))
        expect(ownPercent(board)).toBeGreaterThanOrEqual(0)
        expect(new Set(open.map(({ region }) => region)).size).toBe(open.length)
        for (const { zone, event } of told) {
          if (event.type === 'lianxi.partner.invited.v1') expect(zone).toBe(OWNER)
          if (event.type === 'lianxi.partner.answered.v1')
            expect(board.find(({ code }) => code === event.data.code)?.partnerZone).toBe(zone)
        }
      }),
    ))

  it('the two zones’ topics may come in any order against each other', () =>
    fc.assert(
      fc.property(said, fc.array(fc.nat(2), { maxLength: 60 }), (steps, order) => {
        const told = play(steps)
        const topics = [OWNER, PARTNER, THIRD].map((zone) => told.filter((one) => one.zone === zone))
        const mixed: Told[] = []
        for (const at of [...order, 0, 1, 2].flatMap((one, index) =>
          index < order.length ? [one] : Array<number>(25).fill(one),
        )) {
          const next = topics[at]?.shift()
          if (next !== undefined) mixed.push(next)
        }
        const byCode = (one: KnownPartnership, other: KnownPartnership) => one.code.localeCompare(other.code)
        expect(readBoard(mixed).sort(byCode)).toEqual(readBoard(told).sort(byCode))
      }),
    ))

  it('own regions’ shares of what is left add to it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10_000 }), (own, first) => {
        const text = (hundredths: number) => (hundredths / 100).toFixed(2)
        const [a, b] = [ofWholePercent(text(first), own), ofWholePercent(text(10_000 - first), own)]
        expect(Number(a) + Number(b)).toBeCloseTo(own, 8)
      }),
    ))
})
