import type { BodyCode, FactCode } from '@lianxi/schema/codes'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { CALENDAR } from './calendar'
import { handoversOf } from './handovers'
import { issuedPlans } from './issued-plan'
import { type DemoItem, FIRST_YEAR, isListed, type ProjectItem } from './item'
import { DEMO_REGIONS, type DemoRegion } from './regions'
import type { Said } from './said'
import { valuesOf } from './values'

/** What the plans say of the listed subjects, by code. */
export type Subjects = { targets: Map<string, TargetListed>; projects: Map<string, ProjectListed> }
/** One item of one region in one year: what is reported, and under which item it was asked for. */
export type ListedItem = { region: DemoRegion; item: DemoItem; year: number; code: FactCode }

const two = (value: number): string => String(value).padStart(2, '0')
/** Cumulative share of a year's investment by months: slow after the Spring Festival, full in the dry season. */
export const MONTHLY_PERCENT = [2, 5, 12, 20, 30, 41, 51, 61, 72, 82, 92, 100]

export const listCodeOf = ({ list, code }: DemoRegion, year: number): FactCode =>
  list === 'zone' ? `L-Z-PX-${year}` : `L-${code}-${year}`

/** The region's items of a year, in the order of its list. */
export function listedItems(region: DemoRegion, year: number): ListedItem[] {
  return region.items
    .filter((item) => isListed(item, year))
    .map((item, index) => ({
      region,
      item,
      year,
      code: `${listCodeOf(region, year)}-${region.code}-${two(index + 1)}`,
    }))
}

/** The lists of one year as events: adopted lists, their items, and the duties these create; first what they rest on. */
export function yearLists(year: number, subjects: Subjects): Said[] {
  const lists = [
    zoneList(year),
    ...DEMO_REGIONS.flatMap((region) => (region.list === 'own' ? [ownList(region, year)] : [])),
  ]
  const items = DEMO_REGIONS.flatMap((region) => listedItems(region, year))
  return [
    ...(year === FIRST_YEAR ? issuedPlans() : []),
    ...lists,
    ...items.map((listed, index) => itemListed(listed, orderOf(items, index), subjects)),
    ...items.map(dutyAssigned),
    ...handoversOf(year),
  ]
}

function orderOf(items: ListedItem[], index: number): number {
  const list = (listed: ListedItem | undefined) => (listed === undefined ? '' : listCodeOf(listed.region, listed.year))
  return items.slice(0, index + 1).filter((other) => list(other) === list(items[index])).length
}

const adopted = (code: FactCode, name: string, year: number, owner: BodyCode, adoptedBy: string): Said => ({
  source: owner,
  event: {
    type: 'lianxi.list.adopted.v1',
    data: { code, name, year, owner, adoptedBy, adoptedOn: `${year}-01-20`, calendar: CALENDAR },
  },
})

function zoneList(year: number): Said {
  const name = `攀西经济区转型升级${year}年度重点任务清单`
  return adopted(`L-Z-PX-${year}`, name, year, '510000-FGW', `攀西经济区联席会议${year}年第一次会议（演示）`)
}

function ownList(region: DemoRegion, year: number): Said {
  const name = `${region.name}${year}年度重点目标任务和重大项目清单`
  return adopted(listCodeOf(region, year), name, year, region.office, `${region.name}人民政府${year}年工作安排（演示）`)
}

function itemListed({ region, item, year, code }: ListedItem, order: number, subjects: Subjects): Said {
  const target = subjects.targets.get(item.subject)
  const project = subjects.projects.get(item.subject)
  const said = {
    ...{
      code,
      list: listCodeOf(region, year),
      subject: item.subject,
      kind: item.kind,
      year,
      region: region.code,
      order,
    },
    ...{ attribute: item.attribute, visibility: (target ?? project)?.visibility ?? ('internal' as const) },
    ...{ leadBody: region.office, coBodies: [], measures: item.measures, deadline: `${year}-12-31` },
  }
  const data: ItemListed =
    item.kind === 'target'
      ? { ...said, target: valuesOf(item, needed(target, item.subject), region.code, year), project: null }
      : { ...said, target: null, project: projectPlan(item, needed(project, item.subject), year) }
  return {
    source: region.list === 'zone' ? '510000-FGW' : region.office,
    event: { type: 'lianxi.item.listed.v1', data },
  }
}

/** Annual sums are the demo's; the plan's own total, where it states one, must be the list's (a test holds that). */
function projectPlan(item: ProjectItem, listed: ProjectListed, year: number): NonNullable<ItemListed['project']> {
  const plan = item.years[year]
  return {
    planWan: plan?.planWan ?? null,
    totalWan: listed.investmentWan ?? item.totalWan,
    origin: 'demo',
    monthlyPercent: MONTHLY_PERCENT,
    milestones: (plan?.milestones ?? []).map(([name, dueOn]) => ({ name, dueOn: `${year}-${dueOn}` })),
    sharePercent: item.sharePercent,
  }
}

function dutyAssigned({ region, item, year, code }: ListedItem): Said {
  const { subject, kind, frequency } = item
  const data = { subject, kind, region: region.code, year, body: region.office, frequency, items: [code] }
  return {
    source: region.list === 'zone' ? '510000-FGW' : region.office,
    event: { type: 'lianxi.duty.assigned.v1', data },
  }
}

function needed<Listed>(listed: Listed | undefined, subject: string): Listed {
  if (listed === undefined) throw new Error(`${subject} of the demo's lists is not in the catalogue`)
  return listed
}
