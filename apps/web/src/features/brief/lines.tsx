import Link from 'next/link'
import type { ReactNode } from 'react'
import { PRINTED_LINES } from '@lianxi/schema/views/overview'
import s from './brief.module.css'

type Props<Item> = {
  items: readonly Item[]
  total: number
  /** On the screen: as many as a minute has room for. */
  shown: number
  line: (item: Item) => ReactNode
  /** The way to the others, on the screen. */
  all: { href: string; label: string }
  /** The same in words, on paper. */
  elsewhere: string
}

/**
 * Lines of the brief: the first of them on the screen with the way to the others, on paper all there is room for; a
 * sentence says how many are left out and where they are.
 */
export function Lines<Item>({ items, total, shown, line, all, elsewhere }: Props<Item>) {
  const [first, others] = [items.slice(0, shown), items.slice(shown, PRINTED_LINES)]
  const left = total - first.length - others.length
  return (
    <>
      <ul className={s.lines}>{first.map(line)}</ul>
      {others.length === 0 ? null : <ul className={`${s.lines ?? ''} only-print`}>{others.map(line)}</ul>}
      {total > first.length ? (
        <p className={`${s.more ?? ''} no-print`}>
          列出 {first.length} 项，<Link href={all.href}>{all.label}</Link>
        </p>
      ) : null}
      {left > 0 ? (
        <p className={`${s.more ?? ''} only-print`}>
          另有 {left} 项没有印出，{elsewhere}。
        </p>
      ) : null}
    </>
  )
}
