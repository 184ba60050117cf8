/** Why the source of a series that targets are compared with is not stated as asked. */
export const SERIES_REFUSALS = [
  'series-unknown',
  'series-unchanged',
  'series-unlike',
  'series-self',
  'series-unit',
  'share-part',
  'series-changed',
] as const
