import type { Notice } from '@lianxi/schema/notice'

/** A region's messages that could not be applied. `day`: in China, on which the last of them was parked. */
export type ParkedOf = { zone: string; region: string; office: string; open: number; day: string }

/**
 * Who runs the region's own system sees its sending succeed; that what it sent is not on the board only this tells. One a
 * region and day on which something was parked, to the coordinator, whose page says of each what is wrong.
 */
export const noticeOfParked = ({ zone, region, office, open, day }: ParkedOf, at: string): Notice => ({
  ...{ dedupeKey: `parked:${zone}:${region}:${day}`, zone, body: office, kind: 'parked', period: null, at },
  roles: ['coordinator'],
  text: `本地系统直报的消息有 ${open} 条未能入库，总览中没有这些内容。请查看原因，改正后以新的编号重新报送。`,
  href: `/office/parked?region=${region}`,
})
