/** Why a message is parked (待处理消息): what it and its topic's name prove wrong, or what no transaction could take. */
export const PARKED_REASON_LABELS = {
  'unknown-topic': '主题不在约定之内',
  'bad-header': '信封（消息头）不符合约定',
  'unknown-type': '事件类型未知',
  'newer-version': '事件版本高于本系统版本',
  'wrong-topic': '事件类型不属于该主题',
  'no-data': '消息没有内容',
  'not-utf8': '内容不是 UTF-8 文本',
  'not-json': '内容不是 JSON',
  'bad-json': 'JSON 嵌套过深、键重复或含禁用的键',
  'bad-data': '内容不符合数据约定',
  'foreign-region': '内容属于其他行政区',
  'key-mismatch': '消息键、信封与内容所指事项不一致',
  'id-reused': '事件编号已用于其他内容',
  unappliable: '多次尝试均无法入库',
} as const
export type ParkedReason = keyof typeof PARKED_REASON_LABELS

/** The reason in words; a code of a newer worker speaks for itself. */
export const parkedReasonLabel = (reason: string): string =>
  new Map<string, string>(Object.entries(PARKED_REASON_LABELS)).get(reason) ?? reason
