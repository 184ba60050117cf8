/** Why a message is parked (待处理消息): what it and its topic's name prove wrong, or what no transaction could take. */
const REASONS = {
  'unknown-topic': {
    label: '主题不在约定之内',
    advice: '请改写到本行政区的主题（lianxi.行政区代码.target.v1 或 project.v1），再重新发送。',
  },
  'bad-header': {
    label: '信封（消息头）不符合约定',
    advice:
      '请按接入指南补全 ce_specversion、ce_id、ce_source、ce_type、ce_subject、ce_time 和 content-type，每个只写一次，用新的事件编号重新发送。',
  },
  'unknown-type': {
    label: '事件类型未知',
    advice: '请核对 ce_type 的拼写；如为本系统新版本的事件，系统升级后会自动重试，无需重发。',
  },
  'newer-version': {
    label: '事件版本高于本系统版本',
    advice: '系统升级后会自动重试，无需重发；急需入库的，请按当前版本的约定另发一条。',
  },
  'wrong-topic': {
    label: '事件类型不属于该主题',
    advice: '请把目标进展写入 target 主题、项目进展写入 project 主题，再重新发送。',
  },
  'no-data': { label: '消息没有内容', advice: '请带上 JSON 内容，用新的事件编号重新发送。' },
  'not-utf8': {
    label: '内容不是 UTF-8 文本',
    advice: '请以 UTF-8 编码输出 JSON（不要用 GBK），用新的事件编号重新发送。',
  },
  'not-json': { label: '内容不是 JSON', advice: '请核对内容是否完整、引号和括号是否成对，用新的事件编号重新发送。' },
  'bad-json': {
    label: 'JSON 嵌套过深、键重复或含禁用的键',
    advice: '请去掉重复的键和多余的嵌套，用新的事件编号重新发送。',
  },
  'bad-data': {
    label: '内容不符合数据约定',
    advice: '请按说明逐项改正（数据约定见 docs/contracts），用新的事件编号重新发送。',
  },
  'foreign-region': {
    label: '内容属于其他行政区',
    advice: '一个行政区只能为自己报送：请核对内容中的行政区、填报单位和 ce_source，用新的事件编号重新发送。',
  },
  'key-mismatch': {
    label: '消息键、信封与内容所指事项不一致',
    advice: '请使消息键、ce_subject 和内容中的事项编号三者相同，用新的事件编号重新发送。',
  },
  'id-reused': { label: '事件编号已用于其他内容', advice: '请为每条新内容生成新的事件编号（UUIDv7），重新发送。' },
  unappliable: {
    label: '多次尝试均无法入库',
    advice: '内容符合约定而系统未能入库，请等待系统管理员处理，暂不必重发。',
  },
} as const
export type ParkedReason = keyof typeof REASONS

const find = (reason: string) => new Map<string, { label: string; advice: string }>(Object.entries(REASONS)).get(reason)

export const PARKED_REASON_LABELS = Object.fromEntries(
  Object.entries(REASONS).map(([reason, { label }]) => [reason, label]),
)

/** The reason in words; a code of a newer worker speaks for itself. */
export const parkedReasonLabel = (reason: string): string => find(reason)?.label ?? reason

/** What the sender should do about it. */
export const adviceOn = (reason: string): string => find(reason)?.advice ?? '请联系系统管理员。'
