/** What the server refused of a row, by the row's id. */
export type Refused = Readonly<Record<string, { name: string; message: string }>>

/** Ticks of rows that are still there: what somebody else has decided meanwhile is not to be done any more. */
export const stillListed = (ticked: readonly string[], listed: readonly string[]): string[] =>
  ticked.filter((id) => listed.includes(id))

/**
 * What was refused of rows that are listed no more, a sentence each: somebody withdrew or decided meanwhile, the page is
 * drawn anew without the row, and at its line nobody would read why.
 */
export function vanished(refused: Refused, listed: readonly string[]): string[] {
  return Object.entries(refused)
    .filter(([id]) => !listed.includes(id))
    .map(([, { name, message }]) => `“${name}”没有办理，现已不在本页：${message}`)
}
