/** Refusals about projects that two zones share. */
export const PARTNER_REFUSALS = ['elsewhere-unknown', 'elsewhere-same'] as const
