'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The page a click on a plain link leads to without a new document; undefined: the browser shall follow it. */
function pageOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>('[data-soft] a[href]:not([data-hard]), a[data-soft]')
      : null
  if (link === null || event.defaultPrevented || event.button !== 0) return undefined
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const stays = link.target === '' && !link.hasAttribute('download') && link.origin === location.origin
  return stays && !link.pathname.startsWith('/api/') && link.getAttribute('href')?.[0] === '/' ? link : undefined
}

/** Follows plain links marked `data-soft`, or inside what is, as the framework's own: one listener instead of one each. */
export function SoftLinks() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = pageOf(event)
      if (link === undefined) return
      event.preventDefault()
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset['scroll'] !== 'stay' })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}
