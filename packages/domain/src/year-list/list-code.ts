/** `L-Z-PX-2026` of a zone, `L-510403-2026` of a region: one list an owner and year. */
export const listCodeOf = (zone: string, region: string | null, year: number): string => `L-${region ?? zone}-${year}`

/** The region whose list it is; null for a zone's. */
export const regionOfList = (code: string): string | null => /^L-(\d{6})-\d{4}$/.exec(code)?.[1] ?? null
