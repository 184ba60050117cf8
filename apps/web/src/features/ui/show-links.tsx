import Link from 'next/link'
import { address, type Query } from '@/features/session/search'
import s from './show-links.module.css'

type Props = {
  path: string
  query: Query
  label: string
  /** What is shown, as the address says it, and in words; the first, without a value, is everything. */
  choices: readonly (readonly [show: string | undefined, words: string])[]
}

/** Which rows a page shows, a link each; the address keeps it under `show`. */
export function ShowLinks({ path, query, label, choices }: Props) {
  return (
    <nav aria-label={label} className={`${s.choices ?? ''} no-print`}>
      {choices.map(([show, words]) => (
        <Link
          key={words}
          href={address(path, { ...query, show })}
          prefetch={false}
          aria-current={query['show'] === show ? 'true' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
