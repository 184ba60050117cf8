import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import type { PlanListed } from '@lianxi/schema/events/facts'
import { DEMO_REGIONS, ZONE } from './regions'
import type { Said } from './said'

/**
 * 西区's only plan in the catalogue is a 征求意见稿, and nothing of a draft can stand on a list. The demo treats it as
 * issued and says so where its number would stand; nothing of it becomes public by that.
 * @returns one event a draft the demo's lists draw on, said by the office of its region
 */
export function issuedPlans(): Said[] {
  const listed = catalogueEvents(getCatalogue()).find(({ zone }) => zone === ZONE)?.events ?? []
  const drafts = listed.flatMap((event) =>
    event.type === 'lianxi.plan.listed.v1' && event.data.status === 'draft' ? [event.data] : [],
  )
  return drafts.flatMap((draft) => {
    const region = DEMO_REGIONS.find(({ code }) => code === draft.region)
    const data: PlanListed = { ...draft, status: 'issued', documentNumber: '视同已印发（演示）' }
    return region === undefined ? [] : [{ source: region.office, event: { type: 'lianxi.plan.listed.v1', data } }]
  })
}
