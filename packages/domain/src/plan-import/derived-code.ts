/**
 * Codes for what came without one: the same words give the same code, so the same file given again corrects instead of
 * doubling. 64 bits of FNV-1a over the words without blanks; not a secret, only a name.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function digest(words: readonly string[]): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(words.map(sameWords).join('\u0001'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  let text = ''
  for (let at = 0; at < 8; at++) text += LETTERS[Number((hash >> BigInt(at * 5)) & 31n)] ?? '0'
  return text
}

/** How two spellings of one name are compared: blanks, width and quotation marks do not count. */
export const sameWords = (name: string): string => name.normalize('NFKC').replace(/[\s“”"'‘’]/g, '')

export const planCode = (zone: string, name: string, periodStart: number): string =>
  `PL-${digest([zone, name, String(periodStart)])}`

export const indicatorCode = (name: string, unit: string): string => `I-${digest([name, unit])}`

/** A series that targets are compared with: the same name and scope are the same series. */
export const seriesCode = (name: string, scope: string): string => `S-${digest([name, scope])}`

/** `PX-155` + T → `PX-155-TXXXXXXXX`; a plan's code that cannot begin a subject's is left out. */
export function subjectCode(plan: string, letter: 'T' | 'P', words: readonly string[]): string {
  const fits = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+){0,2}$/.test(plan) && plan.length <= 30
  return `${fits ? plan : 'S'}-${letter}${digest([plan, ...words])}`
}
