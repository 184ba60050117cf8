const RULE = { style: 'thin', color: { argb: 'FF8A9199' } } as const
export const BORDER = { top: RULE, left: RULE, bottom: RULE, right: RULE }
/** A cell to be filled in, and one with a remark on it. */
export const INPUT = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const
export const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF9D6D2' } } as const
