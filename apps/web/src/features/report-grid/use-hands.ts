'use client'

import { type RefObject, useEffect, useState } from 'react'
import { useAfterPress } from '@/features/ui/use-after-press'
import { Hands, type InGrid } from './hands'
import type { LeftOver } from './place-block'
import type { CellPlace } from './tables'

/** A cell that was left, as a word. */
export const cellId = ({ id, field }: CellPlace): string => `${id} ${field}`

/** Where somebody is in the grid, which cells he left, what he pasted that has no place; and what his keys do. */
export function useHands(box: RefObject<HTMLElement | null>, grid: InGrid) {
  const [focus, setFocus] = useState<CellPlace>()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [left, setLeft] = useState<LeftOver[]>([])
  const afterPress = useAfterPress()
  const [hands] = useState(
    () =>
      new Hands({
        focus: setFocus,
        touch: (cells) => setTouched((before) => new Set([...before, ...cells.map(cellId)])),
        left: setLeft,
        box: () => box.current,
        afterPress,
      }),
  )
  useEffect(() => {
    hands.hold(grid)
  })
  useEffect(() => hands.begin(), [hands])
  return { hands, focus, touched, left, forget: () => setLeft([]) }
}
