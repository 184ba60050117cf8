import { z } from 'zod'
import { vocabulary } from './word-list'

export const subjectKind = vocabulary('事项类别', { target: '规划目标', project: '项目' })
export const SubjectKind = subjectKind.schema
export type SubjectKind = z.infer<typeof SubjectKind>

export const role = vocabulary('角色', {
  reporter: '填报人',
  approver: '审核人',
  coordinator: '统筹人',
  responder: '答复人',
  secretariat: '联席会议办公室',
  leader: '领导',
  oversight: '人大/审计',
  admin: '系统管理员',
})
export const Role = role.schema
export type Role = z.infer<typeof Role>

/** Basis of an indicator; decides how a value is entered (flows are year-to-date) and judged. DOMAIN.md, Status. */
export const basis = vocabulary('指标口径', {
  stock: '时点',
  flow: '时期（当年累计）',
  cumulative: '规划期累计',
  'per-year': '每年',
  growth: '增速',
  ratio: '比重/率',
  flag: '定性',
})
export const Basis = basis.schema
export type Basis = z.infer<typeof Basis>

export const comparator = vocabulary('比较方式', {
  ge: '不低于',
  gt: '高于',
  le: '不高于',
  lt: '低于',
  eq: '达到',
  approx: '约',
  range: '区间',
  qualitative: '定性',
})
export const Comparator = comparator.schema
export type Comparator = z.infer<typeof Comparator>

/** How a zone's figure of an indicator comes from its regions. */
export const aggregation = vocabulary('汇总方式', {
  sum: '加总',
  min: '取最小',
  max: '取最大',
  'weighted-mean': '加权平均',
  none: '不汇总',
})
export const Aggregation = aggregation.schema
export type Aggregation = z.infer<typeof Aggregation>

export const priceBasis = vocabulary('价格口径', { current: '现价', comparable: '可比价' })
export const PriceBasis = priceBasis.schema
export type PriceBasis = z.infer<typeof PriceBasis>

export const direction = vocabulary('方向', { up: '上升', down: '下降' })
export const Direction = direction.schema
export type Direction = z.infer<typeof Direction>

/** What a plan leaves open and the responsible body is asked for, once. */
export const askedValue = vocabulary('待补内容', { baseline: '基期值', assigned: '上级下达值' })
export const AskedValue = askedValue.schema
export type AskedValue = z.infer<typeof AskedValue>

export const attribute = vocabulary('属性', { binding: '约束性', expected: '预期性', key: '重点' })
export const Attribute = attribute.schema
export type Attribute = z.infer<typeof Attribute>

export const visibility = vocabulary('公开范围', { public: '公开', internal: '工作内部' })
export const Visibility = visibility.schema
export type Visibility = z.infer<typeof Visibility>

export const planStatus = vocabulary('规划状态', { issued: '已印发', draft: '征求意见稿' })
export const PlanStatus = planStatus.schema
export type PlanStatus = z.infer<typeof PlanStatus>

/** The ladder of a project, in order. */
export const stage = vocabulary('项目阶段', {
  reserve: '储备',
  preliminary: '前期',
  'to-start': '拟开工',
  'under-construction': '在建',
  completed: '建成',
  suspended: '停工',
})
export const Stage = stage.schema
export type Stage = z.infer<typeof Stage>

/** Where a yearly value comes from; 推算 and 演示 are always told apart from what a document says. */
export const valueOrigin = vocabulary('数值来源', {
  plan: '规划',
  list: '清单',
  derived: '推算',
  stated: '补报',
  demo: '演示',
})
export const ValueOrigin = valueOrigin.schema
export type ValueOrigin = z.infer<typeof ValueOrigin>

export const matterKind = vocabulary('需协调事项类别', {
  land: '土地',
  funds: '资金',
  demolition: '拆迁',
  resettlement: '移民',
  approval: '审批',
  resources: '要素',
  policy: '政策争取',
  'plan-alignment': '规划衔接',
  'cross-region': '跨区衔接',
  other: '其他',
})
export const MatterKind = matterKind.schema
export type MatterKind = z.infer<typeof MatterKind>

export const bodyKind = vocabulary('单位类别', {
  'coordinating-office': '统筹部门',
  department: '部门',
  'provincial-department': '省直部门',
  secretariat: '联席会议办公室',
  'leading-group': '领导小组',
  oversight: '监督机关',
})
export const BodyKind = bodyKind.schema
export type BodyKind = z.infer<typeof BodyKind>

/** Where the filing of one subject by one region for one period stands on the board. Unreported is never zero. */
/** What a plan may say of how a zone's or a body's work is organised (工作机制). */
export const mechanismFact = vocabulary('工作机制', {
  'review-body': '审议机构',
  'review-duties': '审议机构职责',
  'list-lead': '清单牵头编制',
  'list-name': '清单名称',
  'list-method': '清单工作方式',
  'responsible-regions': '责任主体',
  support: '支持单位及职责',
  tiers: '工作层级',
  assessment: '考核运用',
  outputs: '工作成果',
  'mid-term-review': '中期评估',
  'public-participation': '公众参与',
  tools: '其他工作办法',
})
export const MechanismFact = mechanismFact.schema
export type MechanismFact = z.infer<typeof MechanismFact>

export const filingState = vocabulary('填报状态', {
  pending: '待报',
  overdue: '未报',
  reported: '已报',
  returned: '退回',
  waiting: '待归位',
})
export const FilingState = filingState.schema
export type FilingState = z.infer<typeof FilingState>

/** What regions' reports on one project say differently; each label is the rule (DOMAIN.md, Cross-region projects). */
export const disagreement = vocabulary('不一致', {
  stage: '阶段不一致',
  progress: '形象进度相差超过10个百分点',
  dates: '同名节点的日期不一致',
  share: '投资占比与约定分担相差超过10个百分点',
})
export const Disagreement = disagreement.schema
export type Disagreement = z.infer<typeof Disagreement>

export const handoverState = vocabulary('衔接状态', {
  open: '未到期',
  late: '逾期未移交',
  reached: '按期移交',
  'reached-late': '逾期移交',
  dropped: '已取消',
})
export const HandoverState = handoverState.schema
export type HandoverState = z.infer<typeof HandoverState>

/** What became of a proposal to revise what a plan says. */
export const revisionState = vocabulary('修订建议办理情况', {
  open: '待批准',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
})
export const RevisionState = revisionState.schema
export type RevisionState = z.infer<typeof RevisionState>

/** Where a report stands in its own office, before it is an event. `approved` is published in the same transaction. */
export const draftState = vocabulary('办理状态', {
  draft: '草稿',
  submitted: '待审核',
  'sent-back': '审核退回',
  published: '已报送',
  returned: '退回重报',
})
export const DraftState = draftState.schema
export type DraftState = z.infer<typeof DraftState>

/** A year's list on its way from draft to adoption; from then on only a revision with a reason changes an item. */
export const yearListState = vocabulary('清单状态', { draft: '起草中', consulting: '征求意见', adopted: '已下达' })
export const YearListState = yearListState.schema
export type YearListState = z.infer<typeof YearListState>

/** What a region said to an item of a list that is being negotiated (认领). `settled`: kept after an objection, with a reason. */
export const itemAnswer = vocabulary('认领情况', {
  open: '待认领',
  accepted: '已认领',
  objected: '有异议',
  asked: '有疑问',
  settled: '已协商',
})
export const ItemAnswer = itemAnswer.schema
export type ItemAnswer = z.infer<typeof ItemAnswer>

export const channel = vocabulary('报送方式', { web: '网页填报', direct: '系统直报' })
export const Channel = channel.schema
export type Channel = z.infer<typeof Channel>

/** A region's system has two credentials with the same rights, so that one can be replaced while the other works. */
export const Slot = z.enum(['a', 'b']).meta({ title: '凭据', description: 'which of a region’s two credentials' })
export type Slot = z.infer<typeof Slot>

export const regionLevel = vocabulary('级别', { province: '省', prefecture: '市州', county: '区县' })
export const RegionLevel = regionLevel.schema
export type RegionLevel = z.infer<typeof RegionLevel>

/** The fields of work of the plans, in the order of the yearbook; the board shows them so. */
export const workField = vocabulary('领域', {
  综合经济: '综合经济',
  产业发展: '产业发展',
  科技创新: '科技创新',
  数字经济: '数字经济',
  基础设施: '基础设施',
  能源: '能源',
  城镇化: '城镇化',
  农业农村: '农业农村',
  文旅康养: '文旅康养',
  开放合作: '开放合作',
  公共服务: '公共服务',
  社会治理: '社会治理',
  生态环境: '生态环境',
})
export const WorkField = workField.schema
export type WorkField = z.infer<typeof WorkField>
