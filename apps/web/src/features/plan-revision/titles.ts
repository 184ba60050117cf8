/** What the forms are called; by it what was typed is shown when somebody else was faster. */
export const PROPOSE = '提出修订建议'
export const APPROVE = '登记批准'
export const CLOSINGS = {
  refuse: { title: '不予批准', done: '已登记不予批准，片刻后生效。' },
  withdraw: { title: '撤回建议', done: '已撤回，片刻后生效。' },
} as const
