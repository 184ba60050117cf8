import { type RegionList, target } from './item'
import { LIANGSHAN_PROJECTS } from './liangshan-projects'

/** 凉山州: no plan of its own is at hand; its parts of the zone's figures and the zone's projects on its territory. */
export const LIANGSHAN: RegionList = {
  region: '513400',
  items: [
    target(
      'PX-145-T001',
      {
        attribute: 'key',
        baseline: 1733.2,
        path: [1850, 1980, 2110, 2250, 2400],
        actual: [1886.5, 2052.3, 2243.1, 2371, 2462],
      },
      { by: '州统计局季度核算', do: '清洁能源、战略资源和特色农业三线发力，稳投资促消费。' },
    ),
    target(
      'PX-145-T085',
      {
        attribute: 'binding',
        frequency: 'year',
        path: [790, 790, 790, 790, 790],
        actual: [790.8, 792.1, 793.5, 789.2, 794],
      },
      { by: '州农业农村局统计年报', do: '面积下达到县市，落实撂荒地复耕。' },
    ),
    target(
      'PX-145-T086',
      { attribute: 'expected', frequency: 'year', path: [380, 430, 480, 530, 580], actual: [372, 418, 455, 497, 540] },
      { by: '州农业农村局统计年报', do: '整县推进有机肥替代，补贴到户。' },
    ),
    target(
      'PX-145-T087',
      {
        attribute: 'expected',
        frequency: 'half',
        path: [5, 5, 5.5, 5.5, 5],
        actual: [4.6, 5.2, 4.8, 5.1, 4.4],
        decimals: 2,
      },
      { by: '州农业农村局', do: '安宁河谷高标准农田与粮油基地同步建设。' },
    ),
    target(
      'PX-145-T088',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 38,
        path: [42, 46, 50, 54, 58],
        actual: [41.5, 45.2, 48.6, 52.1, 55],
      },
      { by: '州农业农村局', do: '盐源苹果、会理石榴、雷波脐橙提质扩面。' },
    ),
    target(
      'PX-145-T089',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 1.2,
        path: [1.5, 1.9, 2.3, 2.65, 3],
        actual: [1.55, 1.95, 2.4, 2.8, 3.05],
        decimals: 2,
      },
      { by: '州农业农村局', do: '西昌、德昌设施蔬菜连片发展。' },
    ),
    target(
      'PX-145-T090',
      { attribute: 'key', frequency: 'year', path: [0, 0, 1, 0, 0], actual: [0, 0, 1, 0, 0], decimals: 0 },
      { by: '州农业农村局', do: '以盐源苹果产业园争创国家级园区。' },
    ),
    target(
      'PX-145-T091',
      { attribute: 'expected', frequency: 'year', path: [2, 2, 3, 3, 2], actual: [2, 3, 2, 3, 2], decimals: 0 },
      { by: '州农业农村局', do: '县市分年创建，州级以奖代补。' },
    ),
    ...LIANGSHAN_PROJECTS,
  ],
}
