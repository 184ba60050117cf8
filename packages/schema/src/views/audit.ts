import { z } from 'zod'
import { CalendarDate, Instant, text } from '../decimal'
import { vocabulary } from '../word-list'
import { paged, paging } from './common'

/** What was done, in the audit's own words; `kind.deed`, and the kinds by which a page narrows it down. */
export const auditKind = vocabulary('审计类别', {
  'admin.accounts': '账号',
  'admin.body': '单位',
  'admin.channels': '通道与凭据',
  'admin.hooks': '通知接口',
  'admin.parked': '待处理消息',
  session: '本人密码',
  notice: '本人邮箱',
  yearList: '年度清单',
  planImport: '规划导入',
  revision: '规划修订',
  indicator: '指标',
  series: '参照数列',
  baseline: '基期值',
  library: '储备库',
  rules: '判定规则',
  status: '状态认定与异议',
  duty: '催报与延期',
  reportSheet: '报送表',
  evidence: '佐证材料',
  'cross-region': '跨区域项目',
  partner: '外区合作',
  demo: '演示数据',
})

const DEEDS: Record<string, string> = {
  ...{
    create: '建立',
    delete: '删除',
    add: '新增',
    remove: '删除',
    upload: '上传',
    refuse: '拒绝',
    apply: '导入',
    end: '停用或结束',
  },
  ...{ setDisabled: '停用或启用', resetPassword: '重设密码', addMembership: '加入单位', removeMembership: '移出单位' },
  ...{ set: '更改通道', issue: '发放凭据', revoke: '吊销凭据', addRegion: '新增行政区', addZone: '新增经济区' },
  ...{ rename: '更名', retry: '重试', discard: '舍弃', reopen: '恢复为待处理', resend: '重新发送' },
  ...{ changePassword: '修改密码', setEmail: '设置邮箱', adopt: '下达', extend: '延期', remind: '催报' },
  ...{ 'propose-target': '提出目标修订', 'propose-project': '提出项目修订', approve: '登记批准', withdraw: '撤回' },
  ...{
    put: '保存',
    merge: '合并',
    separate: '拆分',
    enter: '录入',
    source: '写明来源',
    accepted: '采用',
    refused: '不予采用',
  },
  ...{
    seed: '写入',
    advance: '变更阶段',
    'record-step': '登记前期工作',
    'record-gate': '登记关口结论',
    schedule: '安排开工建成',
  },
  ...{ 'keep-apart': '认定不是同一项目', 'find-elsewhere': '认定外区项目', settle: '核定', agree: '约定衔接节点' },
  ...{
    reach: '登记节点完成',
    drop: '取消节点',
    invite: '邀请',
    answer: '答复',
    override: '人工认定',
    object: '提出异议',
    withdrawObjection: '撤回异议',
    'withdraw-extension': '收回延期',
    ask: '申请延期',
    grant: '同意延期申请',
    decline: '不同意延期申请',
    'take-back': '撤回延期申请',
  },
}

/** Made on the machine, before anybody could sign in. */
const FIRST: Record<string, string> = { 'admin.create': '账号：建立系统管理员（命令行）' }

/** 账号：重设密码; what no word is known for stays as it is written. */
export function auditWords(action: string): string {
  const kind = Object.entries(auditKind.labels).find(([prefix]) => action.startsWith(`${prefix}.`))
  if (kind === undefined) return FIRST[action] ?? action
  const deed = action.slice(kind[0].length + 1)
  return `${kind[1]}：${DEEDS[deed] ?? deed}`
}

export const AuditInput = z.strictObject({
  who: text(60).optional().meta({ title: '办理人' }),
  kind: auditKind.schema.optional().meta({ title: '类别' }),
  day: CalendarDate.optional().meta({ title: '日期', description: 'in China' }),
  ...paging,
})
export type AuditInput = z.infer<typeof AuditInput>

export const AuditRow = z.strictObject({
  id: z.string(),
  at: Instant,
  by: z.string().meta({ title: '办理人' }),
  action: z.string().meta({ title: '事项' }),
  object: z.string().meta({ title: '对象', description: 'code or id of what it was done to' }),
  about: z
    .string()
    .nullable()
    .meta({ title: '对象名称', description: 'the account’s user name and person; null: none' }),
  detail: z.record(z.string(), z.unknown()).meta({ description: 'short facts; never a password or a hash' }),
})
export type AuditRow = z.infer<typeof AuditRow>
export const AuditList = paged(AuditRow)
export type AuditList = z.infer<typeof AuditList>
