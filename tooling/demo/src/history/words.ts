import type { MatterKind, WorkField } from '@lianxi/schema/vocabulary'

type Choices = readonly [string, ...string[]]
type Trouble = { problems: Choices; nextStep: Choices }

const ECONOMY: Trouble = {
  problems: [
    '市场需求偏弱，产品价格低位运行，部分企业产能利用率下降。',
    '新入库企业少，存量企业增势放缓。',
    '个别重点企业订单下滑，拉低全口径增速。',
  ],
  nextStep: [
    '逐户走访重点企业，协调用能、用工和物流，确保达产达效。',
    '加快在建项目竣工投产和升规入统，补齐增量缺口。',
    '按月调度支撑指标，对短板行业专题会商。',
  ],
}
const FARMING: Trouble = {
  problems: [
    '春旱影响移栽进度，部分地块推迟。',
    '设施农业用地落实较慢，建设主体观望。',
    '农资和人工成本上涨，主体投入意愿下降。',
  ],
  nextStep: [
    '落实抗旱保苗措施，分县区核实面积。',
    '会同自然资源部门办理设施农业用地备案。',
    '兑现补贴，引导社会资本参与。',
  ],
}
const SERVICES: Trouble = {
  problems: ['淡季游客减少，过夜游占比不高。', '社会资本投入谨慎，创建项目推进偏慢。', '专业运营人才不足。'],
  nextStep: [
    '丰富节会和线路产品，做好旺季接待准备。',
    '对照创建标准逐项整改，争取上级验收。',
    '引进运营团队，开展服务技能培训。',
  ],
}
const PEOPLE: Trouble = {
  problems: [
    '结构性矛盾仍在，部分指标基数较高。',
    '基层力量不足，设施投用后管护跟不上。',
    '企业用工需求回落，增收渠道变窄。',
  ],
  nextStep: [
    '对照年度任务倒排进度，逐月调度。',
    '落实稳岗和技能提升补贴，拓宽就业渠道。',
    '整合资金补短板，明确管护责任。',
  ],
}
const NATURE: Trouble = {
  problems: ['干季静稳天气增多，扬尘和臭氧管控压力大。', '部分工序治理设施改造滞后。', '监测点位周边施工集中。'],
  nextStep: [
    '落实重污染天气应急减排和错峰生产。',
    '督促企业按期完成治理设施改造并验收。',
    '加密巡查，问题清单销号管理。',
  ],
}

/** What holds a figure back and what is done about it, by field of work. */
export function troubleOf(field: WorkField): Trouble {
  switch (field) {
    case '综合经济':
    case '产业发展':
    case '科技创新':
    case '数字经济':
    case '开放合作':
    case '能源':
      return ECONOMY
    case '农业农村':
      return FARMING
    case '文旅康养':
      return SERVICES
    case '公共服务':
    case '社会治理':
    case '城镇化':
    case '基础设施':
      return PEOPLE
    case '生态环境':
      return NATURE
    default:
      return field satisfies never
  }
}

export const PROJECT_TROUBLE: Trouble = {
  problems: [
    '征地拆迁个别户未达成协议，影响作业面展开。',
    '地质条件复杂，隧道（基坑）涌水处治占用工期。',
    '资金到位晚于计划，施工单位组织强度不足。',
    '雨季持续降雨，土石方作业受限。',
  ],
  nextStep: [
    '增加作业班组和设备，按周核对形象进度，四季度追回滞后工程量。',
    '会同设计单位优化方案，完善变更手续。',
    '对接金融机构和上级资金，按节点拨付。',
    '压实属地责任，限期交付作业面。',
  ],
}

export const ON_COURSE: Choices = [
  '按年度计划推进，做好下阶段工序衔接。',
  '保持施工强度，抓好质量安全和文明施工。',
  '按节点计划组织，提前准备下季度材料设备。',
]

/** What an office cannot solve alone. */
export const MATTERS: readonly [readonly [MatterKind, string], ...(readonly [MatterKind, string])[]] = [
  ['land', '请协调自然资源部门加快办理先行用地和林地手续。'],
  ['funds', '请协调落实年度专项债券额度，缓解资金缺口。'],
  ['demolition', '涉铁、涉电杆线迁改牵涉多家产权单位，请统筹协调。'],
  ['approval', '初步设计变更审批层级较高，请协调省级部门加快审查。'],
  ['resources', '用电增容和炸材供应紧张，请协调保障。'],
]
export const CROSS_REGION_MATTER: readonly [MatterKind, string] = [
  'cross-region',
  '两地前期手续和开工时序不一致，请联席会议办公室协调统一进度安排。',
]
export const WARNING_REASONS: Choices = [
  '已与统计部门核对，数据无误。',
  '上年同期基数特殊，已复核原始台账。',
  '按主管部门确认口径填报，情况属实。',
]
