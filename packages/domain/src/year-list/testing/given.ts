import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { expect } from 'vitest'
import type { ListContext } from '../context'
import { decide, type ListCommand } from '../decide'
import { evolve, type ListStep, type YearList } from '../state'

const RULE = { opensAfterDays: 1, dueAfterDays: 15, closesAfterDays: 75, dueTime: '18:00' }

/** An empty list of 攀西 for 2026. */
export const emptyList: YearList = {
  ...{ zone: 'Z-PX', code: 'L-Z-PX-2026', region: null, year: 2026, owner: 'Z-PX-LXB', phase: 'draft', version: 0 },
  ...{ name: '攀西经济区2026年度重点任务清单', calendar: [{ frequency: 'quarter', ...RULE }], wholes: [] },
  ...{ adopted: null, items: [] },
}

const of2026 = (value: string) => ({ year: 2026, value, origin: 'derived' as const })

/** 地区生产总值 of 攀枝花 for 2026, or what is passed. */
export const content = (change: Partial<ItemContent> = {}): ItemContent => ({
  ...{ subject: 'PX-145-T001', kind: 'target', region: '510400', attribute: 'expected', visibility: 'public' },
  ...{ body: '510400-FGW', leadBody: '510400-FGW', coBodies: [], leader: '', person: '', measures: '按季调度' },
  ...{ deadline: '2026-12-31', frequency: 'quarter', project: null },
  target: { baseline: null, yearValue: of2026('1500'), path: [of2026('1500')] },
  ...change,
})

/** The same target for 凉山. */
export const liangshan = (value: string): ItemContent =>
  content({
    ...{ region: '513400', body: '513400-FGW', leadBody: '513400-FGW' },
    target: { baseline: null, yearValue: of2026(value), path: [] },
  })

export const secretariat: ListContext = {
  ...{ actor: { id: 'zhao', name: '赵明远' }, body: 'Z-PX-LXB', region: null },
  ...{ now: '2026-01-10T02:00:00.000Z', today: '2026-01-10', bindingSubjects: new Set(['PX-145-T001']) },
  bodies: new Map([
    ['510400-FGW', { region: '510400', name: '市发展改革委', endedOn: null }],
    ['510400-TJJ', { region: '510400', name: '市统计局', endedOn: null }],
    ['510400-JXW', { region: '510400', name: '市经信委', endedOn: '2026-01-01' }],
    ['513400-FGW', { region: '513400', name: '州发展改革委', endedOn: null }],
  ]),
  regions: new Map([
    ['510400', { name: '攀枝花市', parent: null }],
    ['510402', { name: '东区', parent: '510400' }],
    ['513400', { name: '凉山州', parent: null }],
  ]),
  subjectNames: new Map([['PX-145-P001', '川气入攀']]),
  oneOf: new Map(),
  releases: new Map(),
  lead: [],
  duties: new Map(),
  reported: [],
}
export const panzhihua: ListContext = {
  ...secretariat,
  ...{ actor: { id: 'jiang', name: '蒋文涛' }, body: '510400-FGW', region: '510400' },
}

export const ITEM = 'L-Z-PX-2026-510400-001'
type Said = readonly [ListCommand, ListContext]
export const put = (item: ItemContent): Said => [{ type: 'put-item', item: null, content: item }, secretariat]
export const opened: Said = [{ type: 'open-consultation' }, secretariat]
export const accepted: Said = [{ type: 'accept', items: [ITEM] }, panzhihua]
export const adopted: Said = [{ type: 'adopt', basis: '2026年第一次会议', on: '2026-01-10' }, secretariat]

/** Plays commands that must all be allowed, and then one whose outcome is looked at. */
export function given(said: readonly Said[], from: YearList = emptyList) {
  const list = said.reduce((state, [command, context]) => {
    const decision = decide(command, state, context)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
    return decision.steps.reduce(evolve, state)
  }, from)
  return {
    list,
    when: (command: ListCommand, context: ListContext = secretariat) => {
      const decision = decide(command, list, context)
      return {
        thenRefused: (code: string, said = '') => {
          expect(decision).toMatchObject({ ok: false, refusal: { code } })
          expect(decision.ok ? '' : decision.refusal.message).toContain(said)
        },
        thenList: (): YearList => {
          if (!decision.ok) throw new Error(decision.refusal.code)
          return decision.steps.reduce(evolve, list)
        },
        thenSteps: (): ListStep[] => {
          if (!decision.ok) throw new Error(decision.refusal.code)
          return decision.steps
        },
        thenPublished: (): LianxiEvent[] => {
          if (!decision.ok) throw new Error(decision.refusal.code)
          return decision.publish
        },
      }
    },
  }
}
