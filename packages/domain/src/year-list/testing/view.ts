import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { content } from './given'

const CITY = { code: '510400', name: '攀枝花市', shortName: '攀枝花' }
const OFFICE = { code: '510400-FGW', name: '市发展改革委' }

/** The item of `content` as its readers see it, or what is passed. */
export const itemView = (change: Partial<ListItemView> = {}): ListItemView => ({
  ...{ code: 'L-Z-PX-2026-510400-001', position: 1, version: 1, content: content(), name: '地区生产总值' },
  ...{
    domain: '综合经济',
    qualitative: false,
    unit: '亿元',
    indicator: '地区生产总值',
    planPeriod: { start: 2021, end: 2025 },
  },
  ...{ planValue: '> 3800 亿元（2025年）', source: '第二章 · 第63行', region: CITY, body: OFFICE, leadBody: OFFICE },
  basis: null,
  ...{ coBodies: [], answer: 'accepted', said: null, reply: null, revision: 0, mine: false, steps: [] },
  ...change,
})

/** An adopted list of 攀西 with those items. */
export const listView = (items: ListItemView[], change: Partial<YearListView> = {}): YearListView => ({
  zone: { code: 'Z-PX', name: '攀西经济区', reviewBody: '攀西经济区联席会议' },
  ...{ code: 'L-Z-PX-2026', name: '攀西经济区2026年度重点任务清单', year: 2026, version: 1, asOf: null, region: null },
  ...{ owner: { code: 'Z-PX-LXB', name: '联席会议办公室' }, phase: 'adopted', calendar: [], wholes: [], items },
  adopted: { basis: '2026年第一次会议', on: '2026-01-10' },
  ...{
    breakdown: [],
    shares: [],
    load: [],
    handovers: [],
    mayDraft: false,
    today: '2026-03-01',
    regions: [CITY],
    bodies: [],
  },
  ...change,
})
