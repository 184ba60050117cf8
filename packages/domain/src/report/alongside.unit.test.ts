import { EVENTS } from '@lianxi/schema/events/registry'
import { describe, expect, it } from 'vitest'
import { alongside, type Served } from './alongside'
import { checkEntry } from './check'
import { check, context, entry, eventId, given, li, now, past, published, submitted } from './testing/given'
import { evolve, initialState, type ReportStep } from './state'

const OWN = '0199d7a0-0000-7000-8000-0000000000aa'
const deed = { eventId: OWN, actor: li, now }
const serves = (steps: ReportStep[] = []): Served => ({
  ...{ subject: 'PZH-145-T001', unit: '万元', state: steps.reduce(evolve, initialState(null)) },
})
const approved = () => {
  const { decision, ...before } = given([submitted]).when({ type: 'approve' }, context({ actor: li }))
  if (!decision.ok || decision.publish === null) throw new Error('was not published')
  const state = decision.steps.reduce(evolve, given([submitted]).state)
  return { ...before, publish: decision.publish, serving: { name: '地区生产总值', unit: '亿元', state } }
}
const along = (served: Served) => {
  const { publish, serving } = approved()
  const said = alongside(publish, serving, served, deed)
  if (said === undefined) throw new Error('was not said')
  EVENTS[said.event.type].schema.parse(said.event.data)
  return { ...said, state: said.steps.reduce(evolve, served.state) }
}

describe('a report that serves another subject', () => {
  it('is said of it too, in its unit, by the same two people', () => {
    const { event, state } = along(serves())
    expect(event.data).toMatchObject({ subject: 'PZH-145-T001', revision: 1, replaces: null, correctionReason: null })
    expect(event.data).toMatchObject({ content: { value: '2184000' }, reportedBy: '王填报', approvedBy: '李审核' })
    expect(state).toMatchObject({
      state: 'published',
      revision: 1,
      published: { eventId: OWN },
      submitted: { id: 'wang' },
    })
  })

  it('replaces what stood there, as a correction that says why', () => {
    const { event, state } = along(serves([submitted, published]))
    expect(event.data).toMatchObject({ revision: 2, replaces: published.type === 'published' && published.eventId })
    expect(event.data).toMatchObject({ correctionReason: '与“地区生产总值”是同一数据，一并报送。' })
    expect(state).toMatchObject({ state: 'published', revision: 2, published: { eventId: OWN } })
  })

  it('is returned and confirmed for it too, where something stands', () => {
    const judged = { report: eventId, region: '510403', period: '2025Q3', by: 'Z-PX-LXB', person: '赵明远' }
    const back = {
      type: 'lianxi.report.returned.v1' as const,
      data: { ...judged, subject: 'XQ-145-T001', reason: '口径不符' },
    }
    const { serving } = approved()
    const standing = serves([submitted, published])
    const said = alongside(back, serving, standing, deed)
    expect(said?.event.data).toMatchObject({ subject: 'PZH-145-T001', report: standing.state.published?.eventId })
    expect(said?.steps.reduce(evolve, standing.state)).toMatchObject({ state: 'returned', unlocked: true })
    expect(alongside(back, serving, serves(), deed)).toBeUndefined()
    const confirmed = { type: 'lianxi.report.confirmed.v1' as const, data: { ...judged, subject: 'XQ-145-T001' } }
    expect(alongside(confirmed, serving, standing, deed)).toMatchObject({ steps: [] })
  })

  it('is held against that one’s plan and history; what both find is asked once', () => {
    const other = {
      ...{
        subject: 'PZH-145-T001',
        name: '攀枝花市地区生产总值',
        unit: '万元',
        basis: 'flow' as const,
        qualitative: false,
      },
      ...{ targetValue: '2600000', yearValue: null, baseline: null, planWan: null, totalWan: null, curve: null },
    }
    const against = (history: string, own = check().history) =>
      checkEntry(entry(), check({ history: own, alongside: [{ ...other, history: [past('2025Q2', history)] }] }), null)
    expect(against('2016000')).toEqual([])
    const [fall, ...more] = against('2300000')
    expect(fall).toMatchObject({ level: 'error', field: 'value' })
    expect(fall?.message).toContain('对照“攀枝花市地区生产总值”：')
    expect(more).toEqual([])
    expect(against('2300000', [past('2025Q2', '230')])).toHaveLength(1)
  })
})

it('what another report says is not written by itself', () => {
  const servedBy = { subject: 'PX-145-T001', name: '地区生产总值' }
  given([submitted])
    .when({ type: 'approve' }, context({ actor: li, filing: { servedBy } }))
    .thenRefused('served-elsewhere')
})
