/**
 * The demo's own dice: a number in [0, 1) that depends on the words alone (FNV-1a, then the finalizer of MurmurHash3),
 * so that the history is the same on every machine and a change in one place moves nothing elsewhere.
 */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const char of words.join('|')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** One of the choices. */
export function choose<Choice>(choices: readonly [Choice, ...Choice[]], ...words: (string | number)[]): Choice {
  return choices[Math.floor(chance(...words) * choices.length)] ?? choices[0]
}

/** Between −1 and 1. */
export const swing = (...words: (string | number)[]): number => chance(...words) * 2 - 1
