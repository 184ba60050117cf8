/** A name as it is looked for: full-width letters like half-width ones, small, without spaces. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

/** What somebody typed to find something: words between spaces, each of them required. */
export const searchWords = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(/\s+/)
    .map(searchable)
    .filter((word) => word !== '')

/** Is each word in one of the texts? */
export function findsAll(words: readonly string[], texts: readonly string[]): boolean {
  if (words.length === 0) return true
  const there = texts.map(searchable)
  return words.every((word) => there.some((text) => text.includes(word)))
}
