import { columnNumber } from './plain-cell'
import { Unreadable } from './read-refusal'

const MAX_ROWS = 20_000
const MAX_MERGES = 20_000

const EMPTY_CELL = /<c\b[^>]*\/>/g
const EMPTY_ROW = /<row\b[^>]*(?:\/>|>\s*<\/row>)/g
const ROW = /<row\b/g
const MERGE = /<mergeCell\b[^>]*\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g

/** A merged area; rows and columns are counted from 1, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number; address: string }

/**
 * A sheet's XML without its empty cells and rows: a colour drawn down to row 1,048,576 is no content, and the library
 * would make an object of every cell. Merged areas are taken out here, because it would fill each of them to its end.
 */
export function slimSheet(xml: string): { xml: string; merges: Merge[] } {
  const slim = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '')
  if ((slim.match(ROW) ?? []).length > MAX_ROWS) throw new Unreadable('too-many-rows')
  const merges = [...xml.matchAll(MERGE)]
    .slice(0, MAX_MERGES)
    .map(([, left = 'A', top = '1', right = 'A', bottom = '1']) => ({
      ...{ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) },
      address: `${left}${top}`,
    }))
  return { xml: slim, merges }
}
