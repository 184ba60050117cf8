import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import { EVENTS } from '@lianxi/schema/events/registry'
import { describe, expect, it } from 'vitest'
import { decidePartner, type PartnerContext } from './decide'
import { base, coordinator, INVITATION, known, OWNER, PARTNER, secretariat, THIRD } from './testing/context'

const decide = (deed: PartnerDeed, change: Partial<PartnerContext> = {}) => {
  const decision = decidePartner(deed, { ...base, ...change })
  if (!decision.ok) return decision.refusal.code
  expect(EVENTS[decision.publish.type].schema.parse(decision.publish.data)).toEqual(decision.publish.data)
  return decision.publish
}
type Invite = Extract<PartnerDeed, { type: 'invite' }>
const invite = (change: Partial<Invite> = {}): Invite => ({
  ...{ type: 'invite', partnerZone: PARTNER, partner: '511500', part: '宜宾段', contribution: '资本金', basis: '纪要' },
  ...{ sharePercent: 30, ...change },
})
const answer = (accepted = true, change = {}): PartnerDeed => ({
  ...{ type: 'answer', code: 'PX-145-P233-H01', seen: INVITATION, accepted, note: '同意', ...change },
})
const end = (): PartnerDeed => ({ type: 'end', code: 'PX-145-P233-H01', seen: INVITATION, reason: '线路调整' })

describe('inviting', () => {
  it('is the owner’s secretariat’s, of a region or of a body, numbered on', () => {
    expect(decide(invite())).toMatchObject({
      data: { code: 'PX-145-P233-H01', partnerRegion: '511500', partnerBody: null },
    })
    const before = { partnerships: [known({ state: 'declined' })] }
    expect(decide(invite({ partner: '511500-JTJ' }), before)).toMatchObject({
      data: { code: 'PX-145-P233-H02', partnerRegion: '511500', partnerBody: '511500-JTJ' },
    })
    expect(decide(invite({ partner: 'Z-CN-ZX' }))).toMatchObject({
      data: { partnerRegion: null, partnerBody: 'Z-CN-ZX' },
    })
  })
  it.each<[string, Invite, Partial<PartnerContext>, string]>([
    ['a region of one’s own zone', invite({ partnerZone: OWNER, partner: '513400' }), {}, 'partner-own'],
    ['one’s own region by another zone’s name for it', invite({ partner: '510400' }), {}, 'partner-own'],
    ['an unknown zone', invite({ partnerZone: 'Z-NONE' }), {}, 'partner-zone'],
    ['an unknown region', invite({ partner: '511599' }), {}, 'partner-unknown'],
    ['a dissolved region', invite({ partner: '511028' }), {}, 'partner-dissolved'],
    ['a dissolved body', invite({ partner: '511500-WJJ' }), {}, 'partner-dissolved'],
    ['twice while it is asked', invite(), { partnerships: [known()] }, 'partner-twice'],
    ['twice by another body', invite({ partner: '511500-JTJ' }), { partnerships: [known()] }, 'partner-twice'],
    [
      'more than the whole',
      invite({ partner: '510300', sharePercent: 71 }),
      { partnerships: [known()] },
      'partner-shares',
    ],
    ['from another zone', invite(), { speaker: secretariat(PARTNER) }, 'partner-not-yours'],
    ['by a coordinator', invite(), { speaker: coordinator(OWNER, '510400') }, 'partner-not-yours'],
    ['while another word is on its way', invite(), { underWay: true }, 'partner-changed'],
    ['into a target', invite(), { subject: { code: 'PX-145-T001', isProject: false, merged: false } }, 'project-kind'],
    ['into an unknown project', invite(), { subject: undefined }, 'project-unknown'],
    ['into a merged listing', invite(), { subject: { code: 'A-1', isProject: true, merged: true } }, 'project-merged'],
  ])('refuses %s', (_, deed, change, code) => expect(decide(deed, change)).toBe(code))
  it('says the arithmetic of shares, and takes the last percent', () => {
    const partnerships = [
      known({ state: 'standing' }),
      known({ code: 'PX-145-P233-H02', state: 'declined', sharePercent: 60 }),
    ]
    const decision = decidePartner(invite({ partner: '510300', sharePercent: 71 }), { ...base, partnerships })
    expect(decision).toMatchObject({
      refusal: { message: expect.stringContaining('已约定30%，本次71%，合计101%') as string },
    })
    expect(decide(invite({ partner: '510300', sharePercent: 70 }), { partnerships })).toMatchObject({
      type: 'lianxi.partner.invited.v1',
    })
  })
})

describe('answering and ending', () => {
  const asked = { partnerships: [known()] }
  const standing = { partnerships: [known({ state: 'standing' })] }
  it.each([
    ['the partner’s secretariat', secretariat(PARTNER), true],
    ['the asked region’s coordinator', coordinator(PARTNER, '511500'), true],
    ['another region’s coordinator', coordinator(PARTNER, '510300'), false],
    ['a third zone’s secretariat', secretariat(THIRD), false],
    ['the inviting secretariat', secretariat(OWNER), false],
    ['somebody of the same region code in another zone', coordinator(THIRD, '511500'), false],
  ])('%s', (_, speaker, may) => {
    const told = decide(answer(), { ...asked, speaker })
    if (!may) return expect(told).toBe('partner-not-asked')
    return expect(told).toMatchObject({ data: { invitation: INVITATION, ofZone: OWNER, accepted: true } })
  })
  it.each<[string, PartnerDeed, Partial<PartnerContext>, string]>([
    ['an answer to what was answered', answer(), { ...standing, speaker: secretariat(PARTNER) }, 'partner-answered'],
    [
      'an answer to what was withdrawn',
      answer(),
      { partnerships: [known({ state: 'withdrawn' })], speaker: secretariat(PARTNER) },
      'partner-answered',
    ],
    [
      'what was seen before it changed',
      answer(true, { seen: 'x' }),
      { ...asked, speaker: secretariat(PARTNER) },
      'partner-changed',
    ],
    ['leaving before answering', end(), { ...asked, speaker: secretariat(PARTNER) }, 'partner-unanswered'],
    ['ending what is over', end(), { partnerships: [known({ state: 'declined' })] }, 'partner-over'],
    ['ending by a third zone', end(), { ...standing, speaker: secretariat(THIRD) }, 'partner-not-yours'],
    [
      'ending by an own coordinator',
      end(),
      { ...standing, speaker: coordinator(OWNER, '510400') },
      'partner-not-yours',
    ],
  ])('refuses %s', (_, deed, change, code) => expect(decide(deed, change)).toBe(code))
  it.each([
    ['the owner takes an invitation back', asked, secretariat(OWNER)],
    ['the owner ends it', standing, secretariat(OWNER)],
    ['the partner’s region leaves', standing, coordinator(PARTNER, '511500')],
  ])('%s', (_, change, speaker) =>
    expect(decide(end(), { ...change, speaker })).toMatchObject({ type: 'lianxi.partner.ended.v1' }),
  )
})
