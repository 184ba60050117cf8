import Link from 'next/link'
import { address, type Query } from '@/features/session/search'
import s from './filter-links.module.css'

type Props = {
  path: string
  query: Query
  /** Under which name the address keeps what is chosen. */
  name: string
  label: string
  /** What can be chosen, as the address says it, and in words; undefined: everything. */
  choices: readonly (readonly [value: string | undefined, words: string])[]
  /** What is chosen where the address may not say it. */
  current?: string
}

/** Which rows a page shows: a link for each choice. */
export function FilterLinks({ path, query, name, label, choices, current = query[name] }: Props) {
  return (
    <nav aria-label={label} className={`${s.choices ?? ''} no-print`}>
      {choices.map(([value, words]) => (
        <Link
          key={value ?? ''}
          href={address(path, { ...query, [name]: value })}
          prefetch={false}
          aria-current={current === value ? 'true' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
