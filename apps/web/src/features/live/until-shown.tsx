'use client'

import { useRedrawWhile } from './redraw'

/** A large board is shown as it was read a moment ago while reports come in: it is asked for again until it is there. */
const BEHIND_MS = 3_000

/** Asks for the page again while what it shows, or a part of it, has an older stamp than it was told of. */
export function UntilShown({ shown, told }: { shown: string | null; told: string | null }) {
  useRedrawWhile((shown ?? '') < (told ?? ''), BEHIND_MS)
  return null
}
