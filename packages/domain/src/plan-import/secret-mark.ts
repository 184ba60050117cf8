import type { Sheet } from '@lianxi/office-files/plain-cell'

/** A security mark as documents bear it: 秘密★3年, 机密★, 绝密; the bare word in a cell of its own counts too. */
const MARK = /(绝密|机密|秘密)\s*[★☆*]|^(密级[:：]?)?\s*(绝密|机密|秘密)$|★\s*(绝密|机密|秘密)/
const IN_NAME = /[（(【[]?(绝密|机密|秘密)[）)】\]★]/

/** 非涉密系统: a file that says it is classified is not kept. */
export const findSecretMark = (fileName: string, sheets: readonly Sheet[]): boolean =>
  IN_NAME.test(fileName) ||
  sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ kind, text }) => kind === 'text' && MARK.test(text))),
  )
