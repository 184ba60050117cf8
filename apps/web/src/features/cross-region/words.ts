/** The form's title, by which what was typed in it is found again once it is gone. */
export const SETTLE = '核定不一致'
