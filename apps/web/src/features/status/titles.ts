/** Titles of the forms, by which what was typed in one is found again once it is gone. */
export const ANSWER = '答复异议'
export const WITHDRAW = '收回认定'
export const TAKE_BACK = '撤回异议'
export const OBJECT = '提出异议'
export const OVERRIDE = '人工认定状态'
