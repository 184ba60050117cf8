'use client'

import { useState } from 'react'

/** Opens or closes all that is folded in its section, for who reads it from end to end. */
export function UnfoldAll() {
  const [open, setOpen] = useState(false)
  const press = (button: HTMLButtonElement) => {
    const folds = button.closest('section')?.querySelectorAll<HTMLDetailsElement>('details[data-fold]') ?? []
    for (const fold of folds) fold.open = !open
    setOpen(!open)
  }
  return (
    <button type="button" className="small no-print" onClick={({ currentTarget }) => press(currentTarget)}>
      {open ? '全部收起' : '全部展开'}
    </button>
  )
}
