import type { ChangeLine } from '@lianxi/schema/views/changes'

/** Where the rest of a line is looked up: in its cell, in its item; or nowhere, because it was found whole. */
type Rest = { of: 'cell' } | { of: 'item'; code: string } | { of: 'words'; line: ChangeLine }

/** A line of the changes by as little as it is counted, filtered and ordered by: there are tens of thousands. */
export type Found = Pick<ChangeLine, 'kinds' | 'subject' | 'period' | 'at'> & { region: string | null; rest: Rest }

/** A line with the rest looked up. */
export type Filled = readonly [Found, ChangeLine]

/** A line that was found whole: kinds of which there are few. */
export const foundWhole = (line: ChangeLine): Found => {
  const { kinds, subject, period, at } = line
  return { kinds, subject, period, at, region: line.region?.code ?? null, rest: { of: 'words', line } }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of the page. Instants, codes and periods are in their order as plain text. */
export const latestFirst = (a: Found, b: Found): number =>
  order(b.at, a.at) ||
  order(a.subject, b.subject) ||
  order(a.period ?? '', b.period ?? '') ||
  order(a.region ?? '', b.region ?? '')
