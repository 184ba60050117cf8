/** Refusals about projects that two zones share. */
export const PARTNER_REFUSALS = [
  'elsewhere-unknown',
  'elsewhere-same',
  'partner-changed',
  'partner-not-yours',
  'partner-own',
  'partner-zone',
  'partner-unknown',
  'partner-dissolved',
  'partner-twice',
  'partner-shares',
  'partner-not-asked',
  'partner-answered',
  'partner-unanswered',
  'partner-over',
] as const
