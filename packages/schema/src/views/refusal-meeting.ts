/** Why a joint meeting is not recorded as asked. */
export const MEETING_REFUSALS = [
  'meeting-changed',
  'meeting-same-time',
  'meeting-minutes',
  'meeting-unchanged',
] as const
