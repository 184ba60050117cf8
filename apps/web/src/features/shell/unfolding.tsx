'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { unfold } from '../ui/unfold'

/** Shows the part the address names, folded as it may be; browsers do so only for their own links, and not everywhere. */
function lead(): void {
  const named = document.getElementById(window.location.hash.slice(1))
  if (named !== null && unfold(named)) named.scrollIntoView()
}

/** What is folded is printed: opened for as long as it takes, then again as the reader had it. */
function unfoldForPaper(): () => void {
  let opened: HTMLDetailsElement[] = []
  const before = () => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]:not([open])')) {
      fold.open = true
      opened.push(fold)
    }
  }
  const after = () => {
    for (const fold of opened) fold.open = false
    opened = []
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

/** Opens what is folded for links into it and for paper, in every page. */
export function Unfolding() {
  const path = usePathname()
  useEffect(() => {
    lead()
    window.addEventListener('hashchange', lead)
    return () => window.removeEventListener('hashchange', lead)
  }, [path])
  useEffect(unfoldForPaper, [])
  return null
}
