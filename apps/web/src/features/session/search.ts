/** Parameters of an address as Next hands them over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

export type Query = Record<string, string | undefined>

/** One value a name, empty ones dropped: a form's untouched fields arrive as `q=`. */
export async function readQuery(searchParams: SearchParams): Promise<Query> {
  const entries = Object.entries(await searchParams).map(([name, value]): [string, string | undefined] => [
    name,
    Array.isArray(value) ? value[0] : value,
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''))
}

/** An address with filters; what is undefined or empty is left out. */
export function address(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
