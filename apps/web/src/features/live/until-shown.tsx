'use client'

import { BEHIND_MS, useRedrawWhile } from './redraw'

/** Asks for the page again while a part of it, which shows an older stamp, is behind what the page says of itself. */
export function UntilShown({ part, page }: { part: string; page: string }) {
  useRedrawWhile(part < page, BEHIND_MS)
  return null
}
