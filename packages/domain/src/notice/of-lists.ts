import type { BodyListed } from '@lianxi/schema/events/facts'
import type { Notice } from '@lianxi/schema/notice'
import type { YearList } from '../year-list/state'

type Said = { actor: { name: string }; body: string; reason: string; now: string }
type Office = Pick<BodyListed, 'code' | 'kind' | 'region' | 'endedOn'>

/** A draft was nobody else's; one that was sent out is missed by each region that was asked, so its coordinator hears why. */
export function noticesOfDeletedList(
  { zone, code, version, name, phase, items }: YearList,
  { actor, body: by, reason, now }: Said,
  bodies: Iterable<Office>,
): Notice[] {
  if (phase !== 'consulting') return []
  const asked = new Set(items.map(({ content }) => content.region))
  return [...bodies].flatMap(({ code: body, kind, region, endedOn }): Notice[] => {
    const hears = kind === 'coordinating-office' && endedOn === undefined && region !== null && asked.has(region)
    if (!hears || body === by) return []
    const text = `“${name}”不再征求意见，已由${actor.name}删除，认领和异议随之作废，无需再办理。原因：${reason.trim()}`
    const to = { zone, body, roles: ['coordinator'] satisfies Notice['roles'], href: '/lists' }
    return [{ ...to, dedupeKey: `list:${code}:${version}:deleted:${body}`, kind: 'list', period: null, text, at: now }]
  })
}
