import type { BodyCode, RegionCode, ZoneCode } from '@lianxi/schema/codes'
import { DONGQU } from './dongqu'
import type { DemoItem } from './item'
import { LIANGSHAN } from './liangshan'
import { PANZHIHUA } from './panzhihua'
import { XIQU } from './xiqu'

export const ZONE: ZoneCode = 'Z-PX'

/** A reporting region in the demo: its office, the short name of its accounts, and which list holds its items. */
export type DemoRegion = {
  code: RegionCode
  name: string
  office: BodyCode
  account: string
  items: readonly DemoItem[]
  /** `zone`: its items stand on the zone's list; `own`: the district keeps a list of its own. */
  list: 'zone' | 'own'
}

export const DEMO_REGIONS: readonly DemoRegion[] = [
  {
    code: '510400',
    name: '攀枝花市',
    office: '510400-FGW',
    account: 'panzhihua',
    items: PANZHIHUA.items,
    list: 'zone',
  },
  { code: '513400', name: '凉山州', office: '513400-FGW', account: 'liangshan', items: LIANGSHAN.items, list: 'zone' },
  { code: '510402', name: '东区', office: '510402-FGJ', account: 'dongqu', items: DONGQU.items, list: 'own' },
  { code: '510403', name: '西区', office: '510403-FGJ', account: 'xiqu', items: XIQU.items, list: 'own' },
]
