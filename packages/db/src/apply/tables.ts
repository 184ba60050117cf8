import type { VersionedTable } from './write-versioned'

/** The versioned tables of schema board, as the worker writes them. */
export const FACT: VersionedTable = { name: 'fact', keys: ['zone', 'kind', 'code'], columns: ['doc', 'event_id'] }
export const SUBJECT: VersionedTable = {
  name: 'subject',
  keys: ['zone', 'code'],
  columns: ['kind', 'plan', 'name', 'domain', 'visibility', 'doc', 'event_id'],
}
export const ITEM: VersionedTable = {
  name: 'item',
  keys: ['zone', 'code'],
  columns: ['list', 'subject', 'kind', 'region', 'year', 'position', 'attribute', 'doc', 'event_id'],
}
export const DUTY: VersionedTable = {
  name: 'duty',
  keys: ['zone', 'subject', 'region', 'year'],
  columns: ['kind', 'body', 'frequency', 'items', 'holders', 'served_by', 'event_id'],
}
export const PERIOD: VersionedTable = {
  name: 'period',
  keys: ['zone', 'period'],
  columns: ['frequency', 'year', 'opens_at', 'due_at', 'closes_at', 'fell_due', 'closed', 'event_id'],
}
export const EXTENSION: VersionedTable = {
  name: 'extension',
  keys: ['zone', 'period', 'body', 'subject'],
  columns: ['region', 'due_at', 'reason', 'by', 'person', 'at', 'ended_at', 'earlier', 'event_id'],
}
export const LIBRARY: VersionedTable = {
  name: 'library',
  keys: ['zone', 'code'],
  columns: ['merged_into', 'rung', 'state', 'event_id'],
}
export const VERDICT: VersionedTable = {
  name: 'verdict',
  keys: ['zone', 'subject', 'region', 'period'],
  columns: ['state', 'event_id'],
}
