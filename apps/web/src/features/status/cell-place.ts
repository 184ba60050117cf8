/** The cell a form speaks of. */
export type CellPlace = { zone: string; subject: string; region: string; period: string }
