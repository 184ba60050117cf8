'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { markJump, takeJump } from './jump'
import s from './office.module.css'

export function Steer({ next, previous }: { next: string | null; previous: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const to = event.altKey ? ({ ArrowDown: next, ArrowUp: previous }[event.key] ?? null) : null
      if (to === null) return
      event.preventDefault()
      markJump()
      router.push(to, { scroll: false })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [next, previous, router])
  // Where list and form take turns, the form begins at its head and not where the list was left.
  useEffect(() => {
    if (!window.matchMedia('(max-width: 900px)').matches) return
    document.querySelector('[data-form-panel]')?.scrollIntoView()
  }, [])
  useEffect(() => {
    if (!takeJump()) return
    document
      .querySelector<HTMLElement>('[data-report-form] input:not([type=checkbox]), [data-report-form] select')
      ?.focus()
  })
  return (
    <span className={`${s.steer ?? ''} no-print`}>
      {previous === null ? null : (
        <Link href={previous} prefetch={false} scroll={false}>
          上一条 <kbd>Alt ↑</kbd>{' '}
        </Link>
      )}
      {next === null ? null : (
        <Link href={next} prefetch={false} scroll={false}>
          下一条 <kbd>Alt ↓</kbd>
        </Link>
      )}
    </span>
  )
}
