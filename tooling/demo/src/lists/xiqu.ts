import { type RegionList, target } from './item'
import { XIQU_LIVELIHOOD } from './xiqu-livelihood-projects'
import { XIQU_INDUSTRY } from './xiqu-projects'

/** 西区: growth, the rehabilitation industry, health tourism, and the mining subsidence programme until 2023. */
export const XIQU: RegionList = {
  region: '510403',
  items: [
    target(
      'XQ-CY-T001',
      { attribute: 'key', path: [7.5, 7.5, 7.5, 7.5, 7.5], actual: [8.1, 6.8, 5.2, 7.4, 7.9] },
      { by: '区统计局季度快报', do: '稳住煤焦化、水泥等传统产业，加快钛终端产业园投产。' },
    ),
    target(
      'XQ-CY-T002',
      { attribute: 'expected', path: [8.5, 8.5, 8.5, 8.5, 8.5], actual: [8.9, 4.6, 8.2, 7, 7.3] },
      { by: '区统计局季度快报', do: '培育商贸物流和康养服务业入库企业。' },
    ),
    target(
      'XQ-CY-T003',
      { attribute: 'expected', path: [3.5, 3.5, 3.5, 3.5, 3.5], actual: [4.6, 4.1, 3.9, 3.7, 3.6] },
      { by: '区统计局季度快报', do: '发展晚熟芒果、设施果蔬和特色养殖。' },
    ),
    target(
      'XQ-CY-T006',
      { attribute: 'key', baseline: 3, path: [8, 16, 26, 38, 50], actual: [5.2, 9.6, 15.1, 21.4, 26.8] },
      { by: '格里坪园区管委会月报汇总', do: '与成都温江共建产业园，标准厂房代建、以商招商。' },
    ),
    target(
      'XQ-CY-T007',
      { attribute: 'expected', path: [0, 1, 1, 1, 0], actual: [0, 1, 1, 0, 1], decimals: 0 },
      { by: '区经济合作局', do: '紧盯整装企业，一企一专班落地。' },
    ),
    target(
      'XQ-CY-T008',
      { attribute: 'expected', path: [0, 0, 1, 1, 0], actual: [0, 0, 0, 1, 0], decimals: 0 },
      { by: '区经济合作局', do: '对接医疗器械注册人制度，承接委托生产。' },
    ),
    target(
      'XQ-CY-T009',
      { attribute: 'expected', path: [0, 1, 1, 1, 0], actual: [0, 1, 0, 1, 0], decimals: 0 },
      { by: '区经济合作局', do: '与高校共建研发机构，给予场地和算力支持。' },
    ),
    target(
      'XQ-CY-T018',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 0,
        path: [0, 1, 2, 3, 4],
        actual: [0, 1, 1, 2, 2],
        decimals: 0,
      },
      { by: '区文化广电旅游局', do: '按示范区建设方案逐区验收。' },
    ),
    target(
      'XQ-CY-T019',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 0,
        path: [0, 0, 0, 1, 2],
        actual: [0, 0, 0, 0, 1],
        decimals: 0,
      },
      { by: '区文化广电旅游局', do: '以金沙画廊、苏铁谷为重点创建度假区。' },
    ),
    target(
      'XQ-CY-T020',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 0,
        path: [0, 0, 1, 1, 2],
        actual: [0, 1, 1, 2, 2],
        decimals: 0,
      },
      { by: '区农业农村和交通水利局', do: '庄上村、金家村按省级标准创建。' },
    ),
    target(
      'XQ-CY-T022',
      {
        attribute: 'expected',
        frequency: 'half',
        baseline: 0,
        path: [0, 0, 1, 1, 2],
        actual: [0, 0, 0, 1, 1],
        decimals: 0,
      },
      { by: '区教育和体育局', do: '金家村飞碟、金沙滩水上运动基地对标升级。' },
    ),
    target(
      'XQ-CY-T023',
      { attribute: 'expected', path: [0, 1, 1, 1, 1], actual: [0, 1, 2, 0, 1], decimals: 0 },
      { by: '区文化广电旅游局', do: '尖山、大黑山、老拱山、庄上四处营地分年实施。' },
    ),
    target(
      'XQ-CY-T026',
      { attribute: 'binding', path: [8, 12, 11], actual: [6, 11, 9], decimals: 0 },
      { by: '区采煤沉陷区治理办', do: '争取中央预算内资金，成熟一个、开工一个。' },
    ),
    target(
      'XQ-CY-T027',
      { attribute: 'binding', path: [10, 16, 13.87], actual: [7.6, 12.4, 11.8], decimals: 2 },
      { by: '区采煤沉陷区治理办', do: '统筹中央资金、专项债券和社会资本。' },
    ),
    target(
      'XQ-CY-T029',
      { attribute: 'key', path: [5, 8, 5.97], actual: [3.9, 6.6, 5.4], decimals: 2 },
      { by: '区采煤沉陷区治理办', do: '优先安排避险搬迁、道路和供排水。' },
    ),
    target(
      'XQ-CY-T031',
      { attribute: 'binding', path: [1, 1.6, 1.34], actual: [0.8, 1.5, 1.3], decimals: 2 },
      { by: '区采煤沉陷区治理办', do: '地质灾害治理与植被恢复同步。' },
    ),
    ...XIQU_INDUSTRY,
    ...XIQU_LIVELIHOOD,
    target(
      'PX-145-T001',
      { attribute: 'expected', path: [148, 158, 168, 178, 190], actual: [149.6, 159.8, 166.1, 176.4, 186.5] },
      { by: '区统计局季度核算', do: '与市级核算同口径，按季与全市对照。' },
    ),
    target(
      'XQ-CY-T095',
      { attribute: 'expected', from: 2024, path: [0, 0], actual: [0, 0], decimals: 0 },
      { by: '区经济合作局', do: '编制申报材料，争取省级认定文件。' },
    ),
  ],
}
