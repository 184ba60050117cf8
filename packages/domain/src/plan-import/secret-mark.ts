import type { Sheet } from '@lianxi/office-files/plain-cell'

/** A security mark as documents bear it: 秘密★3年, 机密★, 绝密; the bare word in a cell of its own counts too. */
const MARK = /(绝密|机密|秘密)\s*[★☆*]|^(密级[:：]?)?\s*(绝密|机密|秘密)$|★\s*(绝密|机密|秘密)/
/** Between the parts a name is made of: 商业秘密保护情况 is about secrets and is none. */
const IN_NAME = /(^|[\s_\-—.、（(【[《])(绝密|机密|秘密)($|[\s_\-—.、）)】\]》★☆*件])|(绝密|机密|秘密)[）)】\]★]/

export const isSecretName = (fileName: string): boolean => IN_NAME.test(fileName)
/** A line, a cell, a paragraph. */
export const isSecretLine = (line: string): boolean => MARK.test(line)

/** 非涉密系统: a file that says it is classified is not kept. */
export const findSecretMark = (fileName: string, sheets: readonly Sheet[]): boolean =>
  isSecretName(fileName) ||
  sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ kind, text }) => kind === 'text' && isSecretLine(text))),
  )
