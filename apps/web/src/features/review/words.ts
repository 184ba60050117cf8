/** The title of a row's return, by which what was typed in it is found again once the row is gone. */
export const returnOf = (name: string): string => `退回 ${name}`
