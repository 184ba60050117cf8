import { type RegionList, target } from './item'
import { PANZHIHUA_PROJECTS } from './panzhihua-projects'

/** 攀枝花市: its parts of the zone's eight figures, its own four, and what it builds, alone or with 凉山. */
export const PANZHIHUA: RegionList = {
  region: '510400',
  items: [
    target(
      'PX-145-T001',
      {
        attribute: 'key',
        baseline: 1040.8,
        path: [1120, 1190, 1260, 1335, 1410],
        actual: [1128.6, 1207.4, 1283.9, 1351.2, 1398],
      },
      { by: '市统计局季度核算', do: '稳住钒钛钢铁，壮大清洁能源和阳光康养，按季调度主要支撑指标。' },
    ),
    target(
      'PX-145-T085',
      { attribute: 'binding', frequency: 'year', path: [78, 78, 78, 78, 78], actual: [78.2, 78.6, 78.9, 79.1, 79.3] },
      { by: '市农业农村局统计年报', do: '落实粮食安全党政同责，面积下达到县区、乡镇。' },
    ),
    target(
      'PX-145-T086',
      { attribute: 'expected', frequency: 'year', path: [45, 53, 60, 68, 75], actual: [44, 54, 59.5, 66.2, 72] },
      { by: '市农业农村局统计年报', do: '在芒果、早市蔬菜主产区推广有机肥替代化肥。' },
    ),
    target(
      'PX-145-T087',
      {
        attribute: 'expected',
        frequency: 'half',
        path: [0.8, 0.8, 0.8, 0.8, 0.8],
        actual: [0.7, 0.8, 0.9, 0.8, 0.75],
        decimals: 2,
      },
      { by: '市农业农村局', do: '以米易安宁河谷为主建设高产稳产粮油基地。' },
    ),
    target(
      'PX-145-T088',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 30,
        path: [32.5, 35, 37.5, 40, 42],
        actual: [32.8, 35.6, 38.4, 41.2, 42.6],
      },
      { by: '市农业农村局', do: '晚熟芒果标准园改造，发展枇杷、樱桃等特色经果。' },
    ),
    target(
      'PX-145-T089',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 0.8,
        path: [1, 1.25, 1.5, 1.75, 2],
        actual: [0.95, 1.15, 1.3, 1.42, 1.5],
        decimals: 2,
      },
      { by: '市农业农村局', do: '支持早市蔬菜大棚宜机化改造，落实设施农业用地。' },
    ),
    target(
      'PX-145-T090',
      { attribute: 'key', frequency: 'year', path: [0, 0, 0, 0, 1], actual: [0, 0, 0, 0, 0], decimals: 0 },
      { by: '市农业农村局', do: '以芒果产业园为基础争创国家级现代农业产业园。' },
    ),
    target(
      'PX-145-T091',
      { attribute: 'expected', frequency: 'year', path: [1, 1, 1, 1, 2], actual: [1, 1, 2, 1, 1], decimals: 0 },
      { by: '市农业农村局', do: '按年度申报、创建一批省级现代农业园区。' },
    ),
    target(
      'PZH-LC-T001',
      {
        attribute: 'expected',
        frequency: 'year',
        baseline: 13,
        path: [14, 16, 17, 19, 20],
        actual: [14, 15, 17, 18, 19],
        decimals: 0,
      },
      { by: '市科技局统计年报', do: '依托攀钢研究院、攀枝花学院布局省级以上研发平台。' },
    ),
    target(
      'PZH-LC-T002',
      {
        attribute: 'expected',
        frequency: 'year',
        baseline: 62,
        path: [70, 78, 86, 94, 100],
        actual: [71, 83, 97, 112, 121],
        decimals: 0,
      },
      { by: '市科技局统计年报', do: '高新技术企业培育库分层服务，落实研发费用加计扣除。' },
    ),
    target(
      'PZH-LC-T003',
      { attribute: 'expected', baseline: 41, path: [43, 45, 47, 48.5, 50], actual: [42.6, 44.1, 45, 46.2, 46.9] },
      { by: '市统计局季度快报', do: '推动钒钛新材料、高端装备扩产，淘汰低附加值产能。' },
    ),
    target(
      'PZH-LC-T004',
      {
        attribute: 'key',
        baseline: 1050,
        path: [1180, 1260, 1340, 1420, 1500],
        actual: [1225, 1302, 1288, 1320, 1352],
      },
      { by: '市统计局季度快报', do: '逐户监测重点工业企业，保障用能、用工和运力。' },
    ),
    ...PANZHIHUA_PROJECTS,
  ],
}
