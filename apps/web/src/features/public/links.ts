import type { Query } from '@/features/session/search'
import { address } from '@/features/session/search'

export const PUBLIC = '/public'
export const zoneHref = (zone: string): string => `${PUBLIC}/${zone}`
export const listHref = (zone: string, list: string): string => `${zoneHref(zone)}/lists/${list}`
export const regionHref = (zone: string, region: string): string => `${zoneHref(zone)}/regions/${region}`
export const itemsHref = (zone: string): string => `${zoneHref(zone)}/items`
export const DATA = `${PUBLIC}/data`

/** The same rows as a file: the filters of the page go along. */
export const fileHref = (zone: string, file: 'items.csv' | 'items.json', filters: Query = {}): string =>
  address(`/api/public/${zone}/${file}`, { ...filters, page: undefined })
