import { type RefObject, useRef, useState } from 'react'
import { LINE } from './words'

/** Which are chosen, by their boxes' values. */
export type Lines = { chosen: string[]; read: () => string[]; all: (on: boolean) => string[] }

/**
 * Lines of a table chosen together. The boxes are the table's own and keep themselves, so that a table of hundreds of
 * lines is drawn on the server; `read` hangs on the form's change, `all` ticks or clears what the page shows.
 */
export function useLines(): { form: RefObject<HTMLFormElement | null>; lines: Lines } {
  const ref = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const boxes = () => [...(ref.current?.querySelectorAll<HTMLInputElement>(`input[name="${LINE}"]`) ?? [])]
  const read = () => {
    const found = boxes().flatMap(({ checked, value }) => (checked ? [value] : []))
    setChosen(found)
    return found
  }
  const all = (on: boolean) => {
    for (const box of boxes()) box.checked = on
    return read()
  }
  return { form: ref, lines: { chosen, read, all } }
}
