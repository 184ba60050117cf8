import type { ReactNode } from 'react'
import { Kept } from './kept'
import { markup } from './markup'

/** The last drawing of each part of a kept answer; it goes when the answer does. */
const drawings = new WeakMap<object, Map<string, { also: string; html: string }>>()

type Props = { what: string; of: object; also: unknown; children: ReactNode }

/**
 * A large part of a page that depends on an answer alone: drawn once for all who are given that answer, and sent as
 * text. React would go over each of its elements four times for every reader.
 * @param of the part of the answer it shows: the same object is the same drawing
 * @param also whatever else it depends on: the address, the time
 */
export function Drawn({ what, of, also, children }: Props) {
  const words = JSON.stringify(also)
  const known = drawings.get(of) ?? new Map<string, { also: string; html: string }>()
  drawings.set(of, known)
  const last = known.get(what)
  const html = last?.also === words ? last.html : markup(children)
  known.set(what, { also: words, html })
  return <Kept html={html} />
}
