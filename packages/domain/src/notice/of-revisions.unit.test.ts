import { RevisionProposed } from '@lianxi/schema/events/revisions'
import { Notice } from '@lianxi/schema/notice'
import { describe, expect, it } from 'vitest'
import { noticesOfRevision, type ToldOfRevision } from './of-revisions'

const aim = (value: string) => ({ value, valueHigh: null, targetYear: 2030, yearly: [] })
const proposal = RevisionProposed.parse({
  ...{ subject: 'XQ-155-T1', number: 1, standing: 0, fromYear: 2028, project: null },
  ...{ target: { before: aim('125'), after: aim('122') }, reason: '因'.repeat(500), document: '文'.repeat(120) },
  ...{ body: '510403-FGJ', person: '名'.repeat(60), on: '2028-11-01' },
})
const told = (change: Partial<ToldOfRevision> = {}): ToldOfRevision => ({
  ...{ zone: 'Z-PX', subject: 'XQ-155-T1', kind: 'target', name: '项'.repeat(200), proposer: '局'.repeat(60) },
  ...{ event: '0199d7a0-0000-7000-8000-000000000001', at: '2028-11-01T02:00:00.000Z', secretariat: 'Z-PX-LXB' },
  place: {
    ...{ planRegion: '510403', places: ['510403'] },
    zone: { code: 'Z-PX', responsibleRegions: [], confirmations: [{ region: '510403', by: '510400' }] },
  },
  offices: new Map([
    ['510403', '510403-FGJ'],
    ['510400', '510400-FGW'],
  ]),
  ...change,
})
const hearers = (notices: Notice[]) => notices.map(({ body, roles }) => `${body} ${roles.join()}`)
const closing = { subject: 'XQ-155-T1', number: 1, body: 'Z-PX-LXB', person: '名'.repeat(60), on: '2028-11-02' }

describe('a proposal of a region’s plan', () => {
  it('is heard of by the secretariat and the region above, in a text a notice takes', () => {
    const notices = noticesOfRevision(told(), { type: 'lianxi.revision.proposed.v1', data: proposal }, proposal)
    expect(hearers(notices)).toEqual(['Z-PX-LXB secretariat', '510400-FGW coordinator'])
    expect(notices.map((one) => Notice.parse(one).href)).toContain('/board/targets/XQ-155-T1#revisions')
  })

  it('by the secretariat is heard of by the region itself', () => {
    const own = { ...proposal, body: 'Z-PX-LXB' }
    const notices = noticesOfRevision(told(), { type: 'lianxi.revision.proposed.v1', data: own }, own)
    expect(hearers(notices)).toEqual(['510403-FGJ coordinator', '510400-FGW coordinator'])
  })

  it('of the zone’s plan is the secretariat’s alone', () => {
    const place = { ...told().place, planRegion: null }
    const step = { type: 'lianxi.revision.proposed.v1' as const, data: proposal }
    expect(hearers(noticesOfRevision(told({ place }), step, proposal))).toEqual(['Z-PX-LXB secretariat'])
  })

  it('when it is refused, whoever proposed hears why', () => {
    const data = { ...closing, reason: '由'.repeat(500) }
    const notices = noticesOfRevision(told(), { type: 'lianxi.revision.refused.v1', data }, proposal)
    expect(hearers(notices.map((one) => Notice.parse(one)))).toEqual(['510403-FGJ coordinator,secretariat'])
  })
})
