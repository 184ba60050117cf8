import { type Entry, ProjectEntry } from '@lianxi/schema/commands/entry'
import { describe, expect, it } from 'vitest'
import { TargetProgressReported } from '@lianxi/schema/events/reports'
import type { ReportStep } from './state'
import {
  check,
  context,
  earlierEvent,
  entry,
  eventId,
  given,
  li,
  now,
  past,
  published,
  returned,
  submitted,
  wang,
  written,
} from './testing/given'

const byLi = context({ actor: li })
const onBoard = { eventId: earlierEvent, revision: 2, at: now, entry: entry(), returned: null }

describe('a report of an office', () => {
  it('is kept as a draft even with a figure that is no number', () => {
    const typed = written(entry({ value: '二百一十八' }))
    given([])
      .when({ type: 'save-draft', ...typed })
      .thenState({ state: 'draft', version: 1, entry: typed.entry })
  })

  it('is not submitted with a figure that is no number', () => {
    const when = given([]).when({ type: 'submit', ...written(entry({ value: '二百一十八' })) })
    when.thenRefused('content-invalid')
    expect(when.decision).toMatchObject({ refusal: { field: 'value' }, findings: [{ code: 'value-not-number' }] })
  })

  it('is submitted, approved by a second person and published with both names', () => {
    given([])
      .when({ type: 'submit', ...written() })
      .thenState({ state: 'submitted', submitted: wang })
    const when = given([submitted]).when({ type: 'approve' }, byLi)
    when.thenState({ state: 'published', version: 2, revision: 1, published: { eventId, revision: 1 } })
    const { publish } = when.decision.ok ? when.decision : { publish: null }
    expect(publish).toMatchObject({ type: 'lianxi.target.progress-reported.v1' })
    expect(TargetProgressReported.parse(publish?.data)).toMatchObject({
      reportedBy: '王填报',
      approvedBy: '李审核',
      replaces: null,
      content: { value: '218.4' },
    })
  })

  it('is never approved or sent back by who submitted it', () => {
    given([submitted]).when({ type: 'approve' }).thenRefused('own-report')
    given([submitted]).when({ type: 'send-back', reason: '口径' }).thenRefused('own-report')
  })

  it('is sent back with a reason and can be submitted again', () => {
    given([submitted]).when({ type: 'send-back', reason: ' ' }, byLi).thenRefused('reason-required')
    given([submitted])
      .when({ type: 'send-back', reason: '口径' }, byLi)
      .thenState({ state: 'sent-back', returned: { reason: '口径', by: '李审核' } })
    const sentBack = { type: 'sent-back', reason: '口径', by: li, at: now } as const
    given([submitted, sentBack])
      .when({ type: 'submit', ...written() })
      .thenState({ state: 'submitted', version: 3 })
  })

  it('is withdrawn by its submitter only, before approval only', () => {
    given([submitted]).when({ type: 'withdraw' }).thenState({ state: 'draft', submitted: null })
    given([submitted]).when({ type: 'withdraw' }, byLi).thenRefused('not-submitter')
    given([submitted, published]).when({ type: 'withdraw' }).thenRefused('wrong-state')
  })

  it('cannot be written by another body, without a duty, or beside a direct channel', () => {
    const submit = { type: 'submit', ...written() } as const
    given([])
      .when(submit, context({ filing: { actorBodies: ['510402-FGJ'] } }))
      .thenRefused('not-your-body')
    given([])
      .when(submit, context({ filing: { dutyBody: null } }))
      .thenRefused('no-duty')
    given([])
      .when(submit, context({ filing: { channel: 'direct' } }))
      .thenRefused('direct-channel')
  })

  it('waits for its period and is locked after it', () => {
    const submit = { type: 'submit', ...written() } as const
    given([])
      .when(submit, context({ filing: { window: null } }))
      .thenRefused('period-not-open')
    given([])
      .when(submit, context({ now: '2025-09-30T15:59:59.999Z' }))
      .thenRefused('period-not-open')
    given([])
      .when(submit, context({ now: '2025-11-30T16:00:00.000Z' }))
      .thenRefused('period-closed')
    given([submitted, published])
      .when({ type: 'start-correction', reason: '更正' }, context({ now: '2025-12-01T00:00:00.000Z' }))
      .thenRefused('period-closed')
  })
})

describe('a published report', () => {
  const corrected = { type: 'correction-started', reason: '误录', by: wang, at: now } as const

  it('is corrected by a new revision that replaces the old one and says why', () => {
    given([submitted, published])
      .when({ type: 'start-correction', reason: '误录' })
      .thenState({ state: 'draft', revision: 2, correctionReason: '误录' })
    const again = { ...submitted, entry: entry({ value: '219' }), correctionReason: '误录' }
    const when = given([submitted, published, corrected, again]).when({ type: 'approve' }, byLi)
    const { publish } = when.decision.ok ? when.decision : { publish: null }
    expect(publish?.data).toMatchObject({ revision: 2, replaces: earlierEvent, correctionReason: '误录' })
  })

  it('stays as it was when the correction is dropped', () => {
    given([submitted, published, corrected])
      .when({ type: 'withdraw' })
      .thenState({ state: 'published', revision: 1, correctionReason: null })
  })

  it('is not dropped by another body of the region', () => {
    given([submitted, published, corrected])
      .when({ type: 'withdraw' }, context({ filing: { actorBodies: ['510403-JTJ'] } }))
      .thenRefused('not-your-body')
  })

  it('returned by the secretariat is unlocked although the period is closed, and needs no second reason', () => {
    const late = context({ now: '2025-12-01T00:00:00.000Z', check: check({ correction: true }) })
    given([submitted, published, returned])
      .when({ type: 'submit', ...written() }, late)
      .thenState({ state: 'submitted', revision: 2 })
    const when = given([submitted, published, returned, submitted]).when({ type: 'approve' }, { ...late, actor: li })
    const { publish } = when.decision.ok ? when.decision : { publish: null }
    expect(publish?.data).toMatchObject({ correctionReason: '按退回意见更正：口径不符', replaces: earlierEvent })
    when.thenState({ unlocked: false, returned: null })
  })

  it('is judged by its event: another revision or a second verdict is refused', () => {
    const judge = (report: string) => ({ type: 'return', report, reason: '口径不符', byBody: 'Z-PX-LXB' }) as const
    given([submitted, published]).when(judge(eventId), byLi).thenRefused('not-current')
    given([submitted, published]).when(judge(earlierEvent), byLi).thenState({ state: 'returned', unlocked: true })
    given([submitted, published, returned]).when(judge(earlierEvent), byLi).thenRefused('already-judged')
    const confirmed = context({ actor: li, filing: { confirmed: true } })
    given([submitted, published])
      .when({ type: 'confirm', report: earlierEvent, byBody: '510400-FGW' }, confirmed)
      .thenRefused('already-judged')
  })

  it('the office has no row of starts from what stands on the board', () => {
    given([], onBoard)
      .when({ type: 'submit', ...written() })
      .thenRefused('wrong-state')
    given([], onBoard).when({ type: 'start-correction', reason: '误录' }).thenState({ revision: 3, version: 1 })
    const back = { ...onBoard, returned: { reason: '口径不符', by: '联席办' } }
    expect(given([], back).state).toMatchObject({ state: 'returned', unlocked: true, revision: 3 })
  })
})

describe('a warning', () => {
  const odd = entry({ value: '2184000' })
  it('stops until it has a reason, and then travels with the report', () => {
    given([])
      .when({ type: 'submit', ...written(odd) })
      .thenRefused('warning-unanswered')
    const answered = { ...written(odd), warningReasons: [{ code: 'unit-jump', reason: '口径调整' }] }
    given([])
      .when({ type: 'submit', ...answered })
      .thenState({ state: 'submitted' })
    const when = given([{ ...submitted, ...answered }]).when({ type: 'approve' }, byLi)
    const { publish } = when.decision.ok ? when.decision : { publish: null }
    expect(publish?.data).toMatchObject({ warnings: [{ code: 'unit-jump', reason: '口径调整' }] })
  })
})

describe('本期无变化 of several at once', () => {
  const nil = { type: 'submit-nil' } as const
  const saved = (text: Entry): ReportStep => ({ type: 'draft-saved', ...written(text), by: wang, at: now })
  const project: ProjectEntry = { ...ProjectEntry.parse({ kind: 'project' }), stage: 'under-construction' }
  const known = { ...past('2025Q2', null), stage: 'under-construction' as const }
  const ofProject = context({ filing: { kind: 'project' }, check: check({ history: [known] }) })

  it('is submitted where nobody wrote anything, the stage a form begins with included', () => {
    given([])
      .when(nil)
      .thenState({ state: 'submitted', entry: { nil: true, value: '' } })
    given([saved(entry({ value: ' ', figureSource: '' }))])
      .when(nil)
      .thenState({ state: 'submitted' })
    given([saved(project)])
      .when(nil, ofProject)
      .thenState({ state: 'submitted', entry: { nil: true, stage: null } })
  })

  it('never takes the place of what somebody wrote, in a draft or in a report that came back', () => {
    given([saved(entry())])
      .when(nil)
      .thenRefused('nil-over-work')
    given([submitted, { type: 'sent-back', reason: '口径', by: li, at: now }])
      .when(nil)
      .thenRefused('nil-over-work')
    given([submitted, published, returned]).when(nil).thenRefused('nil-over-work')
    const matters = [{ kind: 'land' as const, text: '征地尚缺30亩指标' }]
    const milestones = [{ name: '主体封顶', reachedOn: '2025-09-30' }]
    for (const changed of [{ matters }, { milestones }, { progressPercent: '60' }, { stage: 'completed' as const }]) {
      given([saved({ ...project, ...changed })])
        .when(nil, ofProject)
        .thenRefused('nil-over-work')
    }
  })

  it('is refused for what it is where nothing is to be written', () => {
    given([submitted]).when(nil).thenRefused('wrong-state')
  })
})
