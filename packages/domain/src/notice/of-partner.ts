import type { Notice } from '@lianxi/schema/notice'
import type { Role } from '@lianxi/schema/vocabulary'
import type { PartnerEvent } from '../partner/decide'

/** Whom it concerns in the zone that did not speak: its secretariat, and the asked region's coordinating office. */
export type PartnerHearers = { zone: string; secretariat: string | null; office: string | null }

/** What the other zone hears of an invitation, an answer or an end; `from`: name of the zone that spoke. */
export function noticesOfPartner(
  { type, data }: PartnerEvent,
  { name, from, at }: { name: string; from: string; at: string },
  { zone, secretariat, office }: PartnerHearers,
): Notice[] {
  const about = `“${name}”`
  const words = () => {
    switch (type) {
      case 'lianxi.partner.invited.v1':
        return `${from}邀请参与${about}：${data.part}，请答复。`
      case 'lianxi.partner.answered.v1':
        return `${from}${data.accepted ? '接受' : '谢绝'}参与${about}：${data.note}`
      case 'lianxi.partner.ended.v1':
        return `${from}结束${about}的合作：${data.reason}`
      default:
        return type satisfies never
    }
  }
  const to = (body: string | null, role: Role): Notice[] =>
    body === null
      ? []
      : [
          {
            ...{ dedupeKey: `partner:${type}:${zone}:${data.code}:${at}:${body}`, zone, body, roles: [role] },
            ...{
              kind: 'partner',
              period: null,
              text: words().slice(0, 600),
              at,
              href: `/projects/partners?zone=${zone}`,
            },
          },
        ]
  return [...to(secretariat, 'secretariat'), ...to(office, 'coordinator')]
}
