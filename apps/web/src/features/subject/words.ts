/** The form's title, by which what was typed in it is found again once it is gone. */
export const RETURN = '退回'
