import { type RegionList, target } from './item'
import { DONGQU_PROJECTS } from './dongqu-projects'

/** 东区: economy, industry, people's livelihood and the environment limits of its plan. */
export const DONGQU: RegionList = {
  region: '510402',
  items: [
    target(
      'DQ-145-T001',
      { attribute: 'key', path: [7.7, 7.7, 7.7, 7.7, 7.7], actual: [8.3, 6.9, 6.4, 6.1, 5.8] },
      { by: '区统计局季度核算', do: '钢铁钒钛稳产增效，服务业提质，按季调度。' },
    ),
    target(
      'DQ-145-T005',
      { attribute: 'expected', path: [10, 10, 10, 10, 10], actual: [11.2, 8.4, 9.6, 7.1, 6.3] },
      { by: '区财政局预算执行月报', do: '培植税源，盘活存量国有资产。' },
    ),
    target(
      'DQ-145-T006',
      { attribute: 'key', path: [10, 10, 10, 10, 10], actual: [12.5, 9.8, 7.2, 6.6, 8.9] },
      { by: '区统计局月度快报', do: '重点项目包联，落实用地和资金。' },
    ),
    target(
      'DQ-145-T007',
      { attribute: 'key', path: [1080, 1170, 1270, 1380, 1500], actual: [1096, 1188, 1242, 1305, 1368] },
      { by: '园区管委会统计月报', do: '攀钢关联企业落户，园区七通一平。' },
    ),
    target(
      'DQ-145-T014',
      {
        attribute: 'expected',
        frequency: 'year',
        baseline: 2.2,
        path: [2.4, 2.6, 2.7, 2.9, 3],
        actual: [2.35, 2.48, 2.61, 2.7, 2.8],
        decimals: 2,
      },
      { by: '区科技局、区统计局年报', do: '研发费用加计扣除应享尽享，规上企业研发机构全覆盖。' },
    ),
    target(
      'DQ-145-T021',
      { attribute: 'key', path: [180, 190, 200, 210, 220], actual: [186, 197, 176, 168, 170] },
      { by: '区经济合作局到位资金月报', do: '围绕钒钛钢铁延链补链精准招商。' },
    ),
    target(
      'DQ-145-T029',
      { attribute: 'binding', path: [4, 4, 4, 4, 4], actual: [3.4, 3.6, 3.7, 3.5, 3.4], decimals: 2 },
      { by: '区人力资源社会保障局', do: '重点群体就业帮扶，公益性岗位兜底。' },
    ),
    target(
      'DQ-145-T052',
      {
        attribute: 'binding',
        frequency: 'year',
        baseline: 58,
        path: [61, 64, 68, 72, 75],
        actual: [62, 66.5, 71, 74.2, 75.5],
      },
      { by: '攀枝花市东区生态环境局年报', do: '尾矿、高炉渣、废石综合利用项目扩产。' },
    ),
    target(
      'DQ-145-T086',
      {
        attribute: 'expected',
        baseline: 1200,
        path: [2600, 4200, 5800, 7400, 9000],
        actual: [2450, 3900, 5200, 6350, 7180],
        decimals: 0,
      },
      { by: '通信运营企业报送汇总', do: '开放公共资源，解决进场难、用电贵。' },
    ),
    target(
      'DQ-145-T087',
      {
        attribute: 'expected',
        baseline: 60,
        path: [140, 230, 320, 410, 500],
        actual: [155, 268, 402, 545, 640],
        decimals: 0,
      },
      { by: '区发展改革局', do: '新建小区同步配建，老旧小区统建统营。' },
    ),
    target(
      'DQ-145-T116',
      { attribute: 'expected', path: [46.9, 47.7, 48.5, 49.2, 50], actual: [46.8, 47.2, 47.9, 48.8, 49.3] },
      { by: '区统计局季度核算', do: '发展生产性服务业和康养服务业。' },
    ),
    target(
      'DQ-145-T123',
      { attribute: 'expected', baseline: 420, path: [480, 560, 640, 720, 800], actual: [402, 365, 655, 748, 792] },
      { by: '区文化广电旅游局', do: '阿署达、三线文化线路串联，办好节会。' },
    ),
    target(
      'DQ-145-T126',
      { attribute: 'expected', path: [2, 2, 2, 2, 2], actual: [2, 1, 2, 3, 2], decimals: 0 },
      { by: '区民政局', do: '社区康养服务设施标准化建设。' },
    ),
    target(
      'DQ-145-T151',
      { attribute: 'expected', baseline: 118, path: [126, 134, 142, 151, 160], actual: [128, 129, 140, 149, 155.5] },
      { by: '区统计局月度快报', do: '商圈改造升级，消费券和以旧换新。' },
    ),
    target(
      'DQ-145-T166',
      {
        attribute: 'expected',
        frequency: 'year',
        baseline: 24,
        path: [28, 34, 40, 45, 50],
        actual: [29, 36, 44, 52, 56],
        decimals: 0,
      },
      { by: '区科技局统计年报', do: '科技型中小企业入库培育、梯次申报。' },
    ),
    target(
      'DQ-145-T193',
      { attribute: 'binding', path: [95, 95, 95, 95, 95], actual: [97.2, 96.4, 94.6, 96.8, 96.1] },
      { by: '市东区生态环境局空气质量月报', do: '钢铁超低排放、扬尘和油烟治理。' },
    ),
    target(
      'DQ-145-T194',
      { attribute: 'binding', path: [100, 100, 100, 100, 100], actual: [100, 100, 100, 100, 100] },
      { by: '市东区生态环境局水质监测', do: '水源地规范化建设和巡查。' },
    ),
    target(
      'DQ-145-T251',
      { attribute: 'key', path: [6000, 6000, 6000, 6000, 6000], actual: [6420, 5890, 6310, 6550, 6180], decimals: 0 },
      { by: '区人力资源社会保障局', do: '稳岗返还、技能培训和创业担保贷款。' },
    ),
    target(
      'DQ-145-T254',
      {
        attribute: 'key',
        path: [51_800, 55_800, 60_200, 65_000, 70_000],
        actual: [51_500, 54_100, 57_300, 60_400, 63_150],
        decimals: 0,
      },
      { by: '国家统计局攀枝花调查队', do: '促进高质量充分就业，稳定经营性收入。' },
    ),
    ...DONGQU_PROJECTS,
    target(
      'PX-145-T001',
      { attribute: 'expected', path: [470, 500, 530, 562, 595], actual: [473.2, 506.4, 539.8, 567.1, 588.3] },
      { by: '区统计局季度核算', do: '与市级核算同口径，按季与全市对照。' },
    ),
  ],
}
