import type { Sheet } from '@lianxi/office-files/plain-cell'

/** A grade as documents bear it, also set apart by blanks; a trade secret is none of these. */
const GRADE = '(?<!商业|工作|技术)(?:绝\\s*密|机\\s*密|秘\\s*密)'
const [OPEN, CLOSE] = ['[（(【\\[《〔「『<]', '[）)】\\]》〕」』>]']

/**
 * A security mark in a line: 秘密★3年, 密级：机密级, 【绝密】关于…, or the bare grade, also with its years (机密 10年).
 * What only speaks of secrets (揭开秘密, 密级分为绝密、机密、秘密) is none.
 */
const IN_LINE = new RegExp(
  [
    `${GRADE}级?\\s*[★☆*]`,
    `★\\s*${GRADE}`,
    `密\\s*级\\s*[:：\\s]\\s*${GRADE}(?!\\s*[、，,/／或])`,
    `^${OPEN}\\s*${GRADE}级?\\s*${CLOSE}`,
    `^(密\\s*级)?\\s*${GRADE}级?\\s*(\\d+\\s*(年|个月|天)|长期)?$`,
  ].join('|'),
)

/** In a name the grade begins it, ends it, stands apart in it, has its 级, or says of what kind the papers are. */
const IN_NAME = new RegExp(
  [
    `^${GRADE}(?!计算|花园)`,
    `(^|[\\s_\\-—·.、]|${OPEN})${GRADE}($|[\\s_\\-—·.、★☆*])`,
    `${OPEN}\\s*${GRADE}`,
    `${GRADE}级?\\s*(${CLOSE}|[★☆*])`,
    `${GRADE}(级(?!别)|材料|文件|资料|文档|件)`,
    '(?<!商业|工作|技术)(绝密|机密)$',
  ].join('|'),
)

/** The name as people see it, without what says its format. */
export const isSecretName = (fileName: string): boolean => IN_NAME.test(fileName.trim().replace(/\.[A-Za-z0-9]+$/, ''))
/** A line, a cell, a paragraph. */
export const isSecretLine = (line: string): boolean => IN_LINE.test(line.trim())

/** 非涉密系统: a file that says it is classified is not kept. */
export const findSecretMark = (fileName: string, sheets: readonly Sheet[]): boolean =>
  isSecretName(fileName) ||
  sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ kind, text }) => kind === 'text' && isSecretLine(text))),
  )
