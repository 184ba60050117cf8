import { address } from '../session/search'
import { CHANGES } from './links'

/** Where the board begins, and everything below it. */
const BOARD = '/board'
const isOfBoard = (path: string): boolean => path === BOARD || path.startsWith(`${BOARD}/`)

/**
 * Where a link of the menu leads: from one page of the board to another it keeps the period and the moments the reader
 * chose, or the next page would silently be about something else. On 变化 the period is a filter of its lines.
 */
export function menuHref(href: string, here: string, query: Pick<URLSearchParams, 'get'>): string {
  if (!isOfBoard(href) || !isOfBoard(here)) return href
  const kept = here === CHANGES ? ['asOf', 'comparedWith'] : ['period', 'asOf', 'comparedWith']
  return address(href, Object.fromEntries(kept.map((name) => [name, query.get(name) ?? undefined])))
}
